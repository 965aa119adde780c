import type { RecordView } from '@zhuji/contract/records.ts'
import { fieldChanges } from '@zhuji/domain/record-content.ts'
import type { RecordPayload } from '@zhuji/domain/record-declaration.ts'
import { kindOf, type RecordKind } from '@zhuji/domain/record-kinds.ts'
import { draftOf, keepDraft, personDraft } from '../../app/drafts.ts'
import { newId } from '../../app/new-id.ts'
import { payloadOf, type TypedValues } from './field-values.ts'

/** What is being typed into a record's form. */
export interface RecordDraft {
  /** Chosen once, so that sending twice makes one record. */
  id: string
  /** The version and the content that the person had before the eyes when typing began. */
  version: number
  seen: TypedValues
  typed: TypedValues
}

/** The name of the draft of a record by its id, or of one being added by its kind. */
export const draftNameOf = (personId: string, recordIdOrKind: string): string =>
  personDraft(personId, `record:${recordIdOrKind}`)

export const begunDraft = (record: RecordView | null): RecordDraft => {
  const seen = record?.payload ?? {}
  return { id: record?.id ?? newId(), version: record?.version ?? 0, seen, typed: seen }
}

/** Does what is typed differ from what was seen? */
export function isTyped(kind: RecordKind, { seen }: Pick<RecordDraft, 'seen'>, typed: TypedValues): boolean {
  const { fields } = kindOf(kind)
  return fieldChanges(fields, payloadOf(kind, seen), payloadOf(kind, typed)).length > 0
}

/** Was the record's content saved elsewhere since it came before the eyes? */
export function hasMovedOn(record: RecordView | null, { seen }: Pick<RecordDraft, 'seen'>): boolean {
  if (!record) return false
  return fieldChanges(kindOf(record.kind).fields, seen as RecordPayload, record.payload).length > 0
}

/** A page added or removed makes a version too, but changes nothing of what was seen of the fields. */
export const versionSeen = (record: RecordView, draft: RecordDraft): number =>
  hasMovedOn(record, draft) ? draft.version : record.version

/** Begins a new record of this kind with what was typed into one that can no longer be changed (R6.5, G75). */
export function keepAsNew(personId: string, kind: RecordKind, typed: TypedValues): void {
  keepDraft(draftNameOf(personId, kind), { ...begunDraft(null), typed } satisfies RecordDraft)
}

/** What was typed into a record and not saved, if anything. */
export const typedInto = (personId: string, recordId: string): RecordDraft | undefined =>
  draftOf<RecordDraft>(draftNameOf(personId, recordId))
