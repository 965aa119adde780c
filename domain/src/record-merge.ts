import { fieldChanges } from './record-content.ts'
import type { Field, FieldValue, RecordPayload } from './record-declaration.ts'

type Fields = Readonly<Record<string, Field>>

/** A field that both sides changed, each to something else. */
export interface MergeConflict {
  field: string
  base: FieldValue
  mine: FieldValue
  theirs: FieldValue
}

export interface RecordMerge {
  /** What both sides changed, put together; where they conflict it stands as theirs until somebody chooses. */
  merged: RecordPayload
  conflicts: readonly MergeConflict[]
  /** Fields that one side alone changed, or both to the same: their changes are in `merged`. */
  mine: readonly string[]
  theirs: readonly string[]
}

export type MergeSide = 'mine' | 'theirs'

/**
 * Puts two changes of one record together (R6.10): what was before the eyes when typing began, what was typed, and
 * what was saved elsewhere meanwhile. A change of either side is in the result or named as a conflict, never lost.
 */
export function mergeRecords(
  fields: Fields,
  base: RecordPayload,
  mine: RecordPayload,
  theirs: RecordPayload,
): RecordMerge {
  const changedIn = (side: RecordPayload) => fieldChanges(fields, base, side).map(({ field }) => field)
  const [ofMine, ofTheirs] = [changedIn(mine), changedIn(theirs)]
  const conflicts = fieldChanges(fields, mine, theirs)
    .filter(({ field }) => ofMine.includes(field) && ofTheirs.includes(field))
    .map(({ field, from, to }) => ({ field, base: base[field] ?? null, mine: from, theirs: to }))
  const isOpen = (name: string) => conflicts.some(({ field }) => field === name)
  const kept = ofMine.filter((field) => !isOpen(field))
  const taken = Object.keys(fields).map((field): [string, FieldValue] => [
    field,
    (kept.includes(field) ? mine : theirs)[field] ?? null,
  ])
  return {
    merged: Object.fromEntries(taken),
    conflicts,
    mine: kept,
    theirs: ofTheirs.filter((field) => !isOpen(field)),
  }
}

/** The merged payload with the sides chosen for the conflicting fields; null as long as one is not chosen. */
export function chosenMerge(
  { merged, conflicts }: RecordMerge,
  chosen: Readonly<Record<string, MergeSide | undefined>>,
): RecordPayload | null {
  const values = conflicts.map((conflict): [string, FieldValue] | null => {
    const side = chosen[conflict.field]
    return side ? [conflict.field, conflict[side]] : null
  })
  return values.every((value) => value !== null) ? { ...merged, ...Object.fromEntries(values) } : null
}
