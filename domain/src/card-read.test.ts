import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type CardReadProof,
  type ClerkTicket,
  decideCardRead,
  decideRepetition,
  isNewPortrait,
  outcomeOfKnownCard,
  type PortraitFormat,
} from './card-read.ts'

const minute = 60_000
const day = 24 * 60 * minute
const now = Date.parse('2026-09-01T08:00:00Z')
const ticket: ClerkTicket = {
  clerkId: 'clerk',
  windowId: 'window',
  departmentId: 'department',
  issuedAt: '2026-09-01T00:00:00Z',
  expiresAt: '2026-09-01T12:00:00Z',
}
const reader = { enrolled: true, windowId: 'window', windowOpen: true }
const proof: CardReadProof = { reader, signatureGenuine: true, ticket, readAt: now, now }
const codeOf = (changes: Partial<CardReadProof>) => {
  const decision = decideCardRead({ ...proof, ...changes })
  return decision.granted ? 'granted' : decision.refusal.code
}
const instant = (text: string) => Date.parse(text)
const later = '2026-09-20T00:00:00Z'

const verdicts: [why: string, changes: Partial<CardReadProof>, code: string][] = [
  ['all in order', {}, 'granted'],
  ['reader revoked', { reader: { ...reader, enrolled: false } }, 'reader-not-enrolled'],
  ['window suspended', { reader: { ...reader, windowOpen: false } }, 'window-suspended'],
  ['signature of another key', { signatureGenuine: false }, 'signature-not-genuine'],
  ['ticket not ours', { ticket: null }, 'ticket-not-genuine'],
  ['ticket of another window', { ticket: { ...ticket, windowId: 'other' } }, 'ticket-of-other-window'],
  [
    'ticket expired at this very instant',
    { readAt: instant(ticket.expiresAt), now: instant(later) },
    'ticket-not-valid-then',
  ],
  ['ticket valid to the last', { readAt: instant(ticket.expiresAt) - 1, now: instant(later) }, 'granted'],
  [
    'read before its ticket, within the tolerance',
    { readAt: instant(ticket.issuedAt) - 5 * minute },
    'granted',
  ],
  ['read before its ticket', { readAt: instant(ticket.issuedAt) - 5 * minute - 1 }, 'ticket-not-valid-then'],
  ['a clock that is 5 minutes fast', { readAt: now + 5 * minute }, 'granted'],
  ['from the future', { readAt: now + 5 * minute + 1 }, 'read-from-future'],
  ['29 days late, ticket long over', { now: now + 30 * day - 1 }, 'granted'],
  ['30 days late', { now: now + 30 * day }, 'read-too-old'],
]
for (const [why, changes, code] of verdicts)
  test(`R2.6 ${code}: ${why}`, () => assert.equal(codeOf(changes), code))

test('R2.4 R2.6 a message counts once: the same again is a repetition, other content is refused', () => {
  assert.deepEqual(decideRepetition([]), { granted: true, value: 'fresh' })
  assert.deepEqual(decideRepetition([{ same: true }]), { granted: true, value: 'repeated' })
  for (const receipts of [[{ same: false }], [{ same: true }, { same: false }]])
    assert.deepEqual(decideRepetition(receipts), { granted: false, refusal: { code: 'counter-used' } })
})

test('R2.5 a newer read refreshes, an equal one does not, a late one supersedes nothing', () => {
  const card = { factsChanged: true, portraitIsNew: false, readAt: 2, newestReadAt: 1 }
  assert.equal(outcomeOfKnownCard(card), 'refreshed')
  assert.equal(outcomeOfKnownCard({ ...card, readAt: 1 }), 'refreshed')
  assert.equal(outcomeOfKnownCard({ ...card, readAt: 0 }), 'superseded')
  const same = { ...card, factsChanged: false }
  assert.equal(outcomeOfKnownCard(same), 'same')
  assert.equal(outcomeOfKnownCard({ ...same, portraitIsNew: true }), 'refreshed')
  assert.equal(outcomeOfKnownCard({ ...same, portraitIsNew: true, readAt: 0 }), 'same')
})

const portraits: [held: PortraitFormat, read: PortraitFormat, sameBytes: boolean, isNew: boolean][] = [
  ['none', 'wlt', false, true],
  ['none', 'none', true, false],
  ['wlt', 'none', false, false],
  ['wlt', 'wlt', true, false],
  ['wlt', 'wlt', false, true],
  ['wlt', 'jpeg', false, true],
  ['jpeg', 'wlt', false, false],
  ['jpeg', 'jpeg', false, true],
]
for (const [held, read, sameBytes, isNew] of portraits)
  test(`R2.10 ${read} ${sameBytes ? 'of the same bytes ' : ''}after ${held} is ${isNew ? 'new' : 'nothing new'}`, () =>
    assert.equal(
      isNewPortrait({ format: held, digest: 'a' }, { format: read, digest: sameBytes ? 'a' : 'b' }),
      isNew,
    ))
