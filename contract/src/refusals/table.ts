import type { Words } from '@zhuji/domain/words.ts'

/** Facts of a refusal, as its problem document carries them in `details`. */
export type RefusalFacts = Readonly<Record<string, unknown>>

/** For each code what happened, why and what to do next, in both languages. */
export type RefusalTable = Readonly<Record<string, Words | ((facts: RefusalFacts) => Words)>>
