import type { CardFacts } from './card-facts.ts'
import { mayRegisterWith } from './card-flags.ts'
import { clockToleranceMinutes } from './card-read.ts'
import { type Decision, grant, refuse } from './decision.ts'

/** How long a change may take from its beginning, and how old its card read may be (R3.8). */
export const phoneChangeMinutes = 10

const minute = 60_000

/** The read that a phone change rests on. */
export interface ReadOfChange {
  /** Carries the challenge that the server gave out for this very change. */
  live: boolean
  windowId: string
  /** Milliseconds, by the clock of the window's PC. */
  readAt: number
  presentedBy: 'person' | 'agent' | 'enterprise'
}

/** All that a phone change hangs on before a new number is typed; instants in milliseconds. */
export interface PhoneChangeGround {
  windowId: string
  now: number
  expiresAt: number
  done: boolean
  /** null: no card was read for it yet. */
  read: ReadOfChange | null
  card: CardFacts | null
  /** YYYY-MM-DD, Asia/Shanghai. */
  today: string
  /** The bound number; null when none is. */
  oldMobile: string | null
  /** The binding went to the number's new holder: the person was told to come to a window (R3.7). */
  lost: boolean
}

export type GroundRefusal =
  | { code: 'phone-change-done' }
  | { code: 'phone-change-over' }
  | { code: 'phone-change-no-card' }
  | { code: 'phone-change-not-live' }
  | { code: 'phone-change-other-window' }
  | { code: 'phone-change-read-old' }
  | { code: 'phone-change-not-in-person' }
  | { code: 'phone-change-card-expired'; validUntil: string }
  | { code: 'phone-change-none-bound' }

/**
 * Does this card read carry a phone change (R3.8)? Begun and read within ten minutes, live, at this very window,
 * presented by the person, with a card that has not expired (R2.7), by somebody who has a phone bound or lost it to
 * the number's new holder. Grants true or refuses with the first thing that does not hold.
 */
export function decidePhoneChangeGround(ground: PhoneChangeGround): Decision<true, GroundRefusal> {
  if (ground.done) return refuse({ code: 'phone-change-done' })
  if (ground.now >= ground.expiresAt) return refuse({ code: 'phone-change-over' })
  if (!ground.read || !ground.card) return refuse({ code: 'phone-change-no-card' })
  const read = decideRead(ground.read, ground)
  if (!read.granted) return read
  const card = mayRegisterWith(ground.card, ground.today)
  if (!card.granted) return refuse({ code: 'phone-change-card-expired', validUntil: card.refusal.validUntil })
  if (ground.oldMobile === null && !ground.lost) return refuse({ code: 'phone-change-none-bound' })
  return grant(true)
}

function decideRead(read: ReadOfChange, { windowId, now }: PhoneChangeGround): Decision<true, GroundRefusal> {
  if (!read.live) return refuse({ code: 'phone-change-not-live' })
  if (read.windowId !== windowId) return refuse({ code: 'phone-change-other-window' })
  const age = now - read.readAt
  if (age >= phoneChangeMinutes * minute || age < -clockToleranceMinutes * minute)
    return refuse({ code: 'phone-change-read-old' })
  return read.presentedBy === 'person' ? grant(true) : refuse({ code: 'phone-change-not-in-person' })
}

/**
 * May the person confirm the bound number on this read (R2.9)? The ground of a change holds, a number is bound, and
 * it waits for their word.
 */
export function decideConfirmation(
  ground: PhoneChangeGround,
  bindingToConfirm: boolean,
): Decision<true, GroundRefusal | { code: 'nothing-to-confirm' }> {
  const carried = decidePhoneChangeGround(ground)
  if (!carried.granted) return carried
  return bindingToConfirm && ground.oldMobile !== null ? grant(true) : refuse({ code: 'nothing-to-confirm' })
}

/** The number that the person wants, and how it stands. */
export interface WantedNumber {
  mobile: string
  /** Since when somebody else has it; null when nobody else does. */
  heldSince: number | null
  /** When the code was asked for; null while none was. */
  codeAskedAt: number | null
}

export type PhoneChangeRefusal =
  | GroundRefusal
  | { code: 'phone-change-same-number' }
  | { code: 'phone-change-overtaken' }

/**
 * May this change bind that number (R3.6–R3.8)? The ground holds, the number is another one, and whoever else has it
 * had it before the code was asked for: a proof of possession says nothing against a later one. Grants true or
 * refuses with the first thing that does not hold.
 */
export function decidePhoneChange(
  ground: PhoneChangeGround,
  wanted: WantedNumber,
): Decision<true, PhoneChangeRefusal> {
  const carried = decidePhoneChangeGround(ground)
  if (!carried.granted) return carried
  if (wanted.mobile === ground.oldMobile) return refuse({ code: 'phone-change-same-number' })
  const { heldSince, codeAskedAt } = wanted
  if (heldSince !== null && codeAskedAt !== null && codeAskedAt <= heldSince)
    return refuse({ code: 'phone-change-overtaken' })
  return grant(true)
}
