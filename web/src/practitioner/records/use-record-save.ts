import { useMutation } from '@tanstack/react-query'
import { ProblemError } from '@zhuji/contract/client.ts'
import { addRecord, editRecord, type RecordView } from '@zhuji/contract/records.ts'
import type { RecordPayload } from '@zhuji/domain/record-declaration.ts'
import { kindOf, type RecordKind } from '@zhuji/domain/record-kinds.ts'
import { mergeRecords, type RecordMerge } from '@zhuji/domain/record-merge.ts'
import { call } from '../../app/call.ts'
import { queryClient } from '../../app/query-client.ts'
import { profileQuery, usePersonId } from '../profile.ts'
import { payloadOf, type TypedValues } from './field-values.ts'
import { type RecordDraft, versionSeen } from './record-draft.ts'

/** What was saved elsewhere meanwhile, and how it goes together with what was typed here. */
export interface MergeAsked {
  latest: RecordView
  merge: RecordMerge
}

/** The record was saved elsewhere meanwhile: the person chooses between the two. */
export class MergeNeeded extends Error {
  readonly asked: MergeAsked
  constructor(asked: MergeAsked) {
    super('both sides changed the record')
    this.name = 'MergeNeeded'
    this.asked = asked
  }
}

export const codeOf = (error: unknown): string | null =>
  error instanceof ProblemError ? error.problem.code : null

interface Told {
  saved: (record: RecordView) => void
  failed: (error: unknown) => void
}

/**
 * Saves what was typed as a new record or as the next version of one. Where somebody saved the record meanwhile it
 * fails with MergeNeeded, unless only its scan changed: then it saves against the new version (R6.10).
 */
export function useRecordSave(kind: RecordKind, record: RecordView | null, told: Told) {
  const personId = usePersonId()
  const edit = (id: string, version: number, payload: RecordPayload) =>
    call(editRecord, {
      params: { personId, recordId: id },
      body: { record: { kind, payload }, declared: true, version },
    })
  const standing = async (id: string) => {
    const { records } = await queryClient.fetchQuery({ ...profileQuery(personId), staleTime: 0 })
    return records.find((one) => one.id === id)
  }
  const add = async ({ id }: RecordDraft, payload: RecordPayload) => {
    try {
      return await call(addRecord, {
        params: { personId },
        body: { id, record: { kind, payload }, declared: true },
      })
    } catch (error) {
      // It was saved before, only its answer never came; what was typed since is its next version, no second record.
      const saved = codeOf(error) === 'record-id-taken' ? await standing(id) : undefined
      if (saved?.kind !== kind || saved.version !== 1) throw error
      return edit(id, saved.version, payload)
    }
  }
  const againstLatest = async (refusal: unknown, { id, seen }: RecordDraft, payload: RecordPayload) => {
    const latest = await standing(id)
    if (latest?.level !== 'D') throw refusal
    const merge = mergeRecords(kindOf(kind).fields, payloadOf(kind, seen), payload, latest.payload)
    if (merge.conflicts.length > 0 || merge.theirs.length > 0) throw new MergeNeeded({ latest, merge })
    return edit(id, latest.version, payload)
  }
  return useMutation({
    mutationFn: async ({ draft, typed }: { draft: RecordDraft; typed: TypedValues }) => {
      const payload = payloadOf(kind, typed)
      if (!record) return add(draft, payload)
      try {
        return await edit(record.id, versionSeen(record, draft), payload)
      } catch (error) {
        if (codeOf(error) !== 'record-changed') throw error
        return againstLatest(error, draft, payload)
      }
    },
    onSuccess: told.saved,
    onError: told.failed,
  })
}
