import type { CreditObjection } from '@zhuji/contract/credit-objections.ts'
import type { KeyRing } from '../platform/keys.ts'
import { type Place, unsealText } from '../platform/sealing.ts'
import type { ObjectionRow } from './repository.ts'

export const objectionPlace = (column: 'text' | 'answer', owner: string): Place => ({
  table: 'credit_objection',
  column,
  owner,
})

/** The objection with its sealed words open. */
export const objectionView = (keys: KeyRing, personId: string, row: ObjectionRow): CreditObjection => ({
  id: row.id,
  recordId: row.recordId,
  version: row.version,
  text: unsealText(keys, objectionPlace('text', personId), row.text),
  state: row.state,
  at: row.at.toISOString(),
  answer:
    row.answer && row.answeredAt
      ? {
          reason: unsealText(keys, objectionPlace('answer', personId), row.answer),
          at: row.answeredAt.toISOString(),
        }
      : null,
})
