import { queryOptions } from '@tanstack/react-query'
import {
  type CreditObjection,
  type objectionStates,
  readOwnObjections,
} from '@zhuji/contract/credit-objections.ts'
import type { Words } from '@zhuji/domain/words.ts'
import { call } from '../../app/call.ts'

export const objectionsQuery = (personId: string) =>
  queryOptions({
    queryKey: ['objections', personId],
    queryFn: () => call(readOwnObjections, { params: { personId } }),
  })

export const objectionStateWords: Record<(typeof objectionStates)[number], Words> = {
  open: { zh: '异议处理中', en: 'Objection under way' },
  upheld: { zh: '异议成立', en: 'Objection upheld' },
  rejected: { zh: '异议不成立', en: 'Objection not upheld' },
}

/** The objections to one entry, newest first, and whether another may be raised now. */
export function objectionsTo(objections: readonly CreditObjection[], recordId: string) {
  const own = objections.filter((one) => one.recordId === recordId)
  return { own, mayObject: own.every(({ state }) => state !== 'open') }
}
