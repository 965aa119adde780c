import { type EndingRefusal, endingRefusalWords } from '@zhuji/domain/employments.ts'
import type { RefusalFacts, RefusalTable } from './table.ts'

const endingWords = (code: EndingRefusal['code']) => (facts: RefusalFacts) =>
  endingRefusalWords({ application: '', ...facts, code } as EndingRefusal)

export const employmentsRefusals = {
  'employment-ended': endingWords('employment-ended'),
  'employment-in-use': endingWords('employment-in-use'),
} as const satisfies RefusalTable
