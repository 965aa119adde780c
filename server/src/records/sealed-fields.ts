import { splitSealed } from '@zhuji/domain/record-content.ts'
import type { RecordKindDeclaration, RecordPayload } from '@zhuji/domain/record-declaration.ts'
import type { KeyRing } from '../platform/keys.ts'
import { type Place, sealJson, unsealJson } from '../platform/sealing.ts'

type SealedTable = 'record' | 'record_revision'
const placeOf = (table: SealedTable, owner: string): Place => ({ table, column: 'sealed', owner })

/** A payload as the tables keep it: what the declaration seals, sealed for each of its two places. */
export interface KeptContent {
  plain: RecordPayload
  ofHead: Buffer | null
  ofRevision: Buffer | null
}

export function keptContent(
  keys: KeyRing,
  personId: string,
  kind: Pick<RecordKindDeclaration, 'fields'>,
  payload: RecordPayload,
): KeptContent {
  const { plain, sealed } = splitSealed(kind.fields, payload)
  const closed = (table: SealedTable) => sealed && sealJson(keys, placeOf(table, personId), sealed)
  return { plain, ofHead: closed('record'), ofRevision: closed('record_revision') }
}

export const openFields = (
  keys: KeyRing,
  table: SealedTable,
  personId: string,
  sealed: Uint8Array,
): Record<string, Exclude<RecordPayload[string], undefined>> =>
  unsealJson(keys, placeOf(table, personId), sealed)
