import { draftOf, forgetDraft, keepDraft } from '../../app/drafts.ts'

export type Asks = 'citizen' | 'hkmotw' | 'foreigner'

export interface CardTyped {
  name: string
  number: string
  address?: string
  issuer?: string
  validFrom?: string
  validUntil?: string
  longTerm?: boolean
  permitNumber?: string
  nationality?: string
  birthDate?: string
}

/** Where a registration stands in this tab; the server holds the attempt itself (R3.1). */
export interface Attempt {
  step: 0 | 1 | 2
  asks: Asks
  expiresAt: string | null
  typed: Partial<CardTyped>
}

const fresh: Attempt = { step: 0, asks: 'citizen', expiresAt: null, typed: {} }

/** What was begun in this tab; back at step 1 when its 15 minutes are over. */
export function attemptBegun(now: number): Attempt {
  const kept = draftOf<Attempt>('registration')
  if (!kept) return fresh
  const isOver = kept.expiresAt === null || new Date(kept.expiresAt).getTime() < now
  return isOver ? { ...fresh, typed: kept.typed } : kept
}

export const keepAttempt = (attempt: Attempt): void => keepDraft('registration', attempt)

export const endAttempt = (): void => forgetDraft('registration')
