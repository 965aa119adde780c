import { type Decision, grant, refuse } from './decision.ts'

/** What the server signed for a clerk at one window; instants are ISO 8601 (R2.6). */
export interface ClerkTicket {
  clerkId: string
  windowId: string
  departmentId: string
  issuedAt: string
  expiresAt: string
}

export const ticketHours = 12
export const readLifeDays = 30
/** How far a window's PC may be off the server's clock. */
export const clockToleranceMinutes = 5

const minute = 60_000
const day = 24 * 60 * minute

/** All that a read's belief hangs on, established by whoever received it. */
export interface CardReadProof {
  reader: { enrolled: boolean; windowId: string; windowOpen: boolean }
  signatureGenuine: boolean
  /** null: not of this server's making, or altered. */
  ticket: ClerkTicket | null
  /** Instants in milliseconds. */
  readAt: number
  now: number
}

export type CardReadRefusal =
  | 'reader-not-enrolled'
  | 'signature-not-genuine'
  | 'window-suspended'
  | 'ticket-not-genuine'
  | 'ticket-of-other-window'
  | 'ticket-not-valid-then'
  | 'read-too-old'
  | 'read-from-future'

type Verdict<Code> = Decision<true, { code: Code }>

/**
 * Is a read to be believed (R2.6)? Only from an enrolled reader of an open window, signed by its key, with a
 * genuine ticket of that window that was valid when the card was read, under 30 days ago and not in the future.
 * Grants true or refuses with the first thing that does not hold.
 */
export function decideCardRead(proof: CardReadProof): Verdict<CardReadRefusal> {
  if (!proof.reader.enrolled) return refuse({ code: 'reader-not-enrolled' })
  if (!proof.signatureGenuine) return refuse({ code: 'signature-not-genuine' })
  if (!proof.reader.windowOpen) return refuse({ code: 'window-suspended' })
  const time = timeRefusal(proof)
  if (time) return refuse({ code: time })
  return decideTicket(proof)
}

function timeRefusal({ readAt, now }: CardReadProof): 'read-from-future' | 'read-too-old' | null {
  if (readAt > now + clockToleranceMinutes * minute) return 'read-from-future'
  return now - readAt >= readLifeDays * day ? 'read-too-old' : null
}

function decideTicket({ ticket, reader, readAt }: CardReadProof): Verdict<CardReadRefusal> {
  if (!ticket) return refuse({ code: 'ticket-not-genuine' })
  if (ticket.windowId !== reader.windowId) return refuse({ code: 'ticket-of-other-window' })
  const from = Date.parse(ticket.issuedAt) - clockToleranceMinutes * minute
  if (readAt < from || readAt >= Date.parse(ticket.expiresAt))
    return refuse({ code: 'ticket-not-valid-then' })
  return grant(true)
}

/**
 * Was this message received before (R2.4, R2.6)? Takes, for each receipt that has its counter or its read's id,
 * whether counter and signed content are both the same. Grants `fresh`, or `repeated` for the very same message;
 * refuses a used counter or id with other content.
 */
export function decideRepetition(
  receipts: readonly { same: boolean }[],
): Decision<'fresh' | 'repeated', { code: 'counter-used' }> {
  if (receipts.length === 0) return grant('fresh')
  return receipts.every(({ same }) => same) ? grant('repeated') : refuse({ code: 'counter-used' })
}

export type PortraitFormat = 'wlt' | 'jpeg' | 'none'

export interface Portrait {
  format: PortraitFormat
  /** Of its bytes. */
  digest: string
}

/** A picture that cannot be shown does not replace the decoded one of the same card (R2.10). */
export function isNewPortrait(held: Portrait, read: Portrait): boolean {
  if (read.format === 'none' || (held.format === 'jpeg' && read.format === 'wlt')) return false
  return held.format !== read.format || held.digest !== read.digest
}

export interface KnownCard {
  factsChanged: boolean
  portraitIsNew: boolean
  /** Instants in milliseconds. */
  readAt: number
  newestReadAt: number
}

/**
 * What a read of a known person's card does (R2.5): `refreshed` when it says something new, `same` when nothing,
 * `superseded` when it says something else but came late and a newer read has already spoken.
 */
export function outcomeOfKnownCard(card: KnownCard): 'refreshed' | 'same' | 'superseded' {
  const isLate = card.readAt < card.newestReadAt
  if (card.factsChanged) return isLate ? 'superseded' : 'refreshed'
  return card.portraitIsNew && !isLate ? 'refreshed' : 'same'
}
