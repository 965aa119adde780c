import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CardFacts } from './card-facts.ts'
import {
  decideConfirmation,
  decidePhoneChange,
  decidePhoneChangeGround,
  type PhoneChangeGround,
  type ReadOfChange,
  type WantedNumber,
} from './phone-change.ts'

const minute = 60_000
const now = 1_000 * minute
const card: CardFacts = {
  kind: 'citizen',
  name: '测试甲',
  englishName: null,
  sex: 'male',
  ethnicCode: '01',
  birthDate: '1990-01-01',
  address: '测试省虚构市样例路1号',
  number: '119999199001010013',
  issuer: '虚构市公安局样例分局',
  validFrom: '2020-01-01',
  validUntil: '2026-09-01',
  nationality: null,
  permitNumber: null,
}
const read: ReadOfChange = { live: true, windowId: 'here', readAt: now - minute, presentedBy: 'person' }
const ground: PhoneChangeGround = {
  windowId: 'here',
  now,
  expiresAt: now + 9 * minute,
  done: false,
  read,
  card,
  today: '2026-09-01',
  oldMobile: '19900000001',
  lost: false,
}
const wanted: WantedNumber = { mobile: '19900000002', heldSince: null, codeAskedAt: now - minute }

const grounds: [rule: string, has: Partial<PhoneChangeGround>, code: string | true][] = [
  ['R3.8 a live read of a minute ago carries it', {}, true],
  ['R3.8 it is done', { done: true }, 'phone-change-done'],
  ['R3.8 its last moment', { expiresAt: now + 1 }, true],
  ['R3.8 its ten minutes are over', { expiresAt: now }, 'phone-change-over'],
  ['R3.8 no card was read', { read: null, card: null }, 'phone-change-no-card'],
  ['R3.8 without the challenge', { read: { ...read, live: false } }, 'phone-change-not-live'],
  ['R3.8 at another window', { read: { ...read, windowId: 'there' } }, 'phone-change-other-window'],
  ['R3.8 just under ten minutes ago', { read: { ...read, readAt: now - 10 * minute + 1 } }, true],
  ['R3.8 ten minutes ago', { read: { ...read, readAt: now - 10 * minute } }, 'phone-change-read-old'],
  ['R3.8 a clock five minutes ahead', { read: { ...read, readAt: now + 5 * minute } }, true],
  [
    'R3.8 a clock further ahead',
    { read: { ...read, readAt: now + 5 * minute + 1 } },
    'phone-change-read-old',
  ],
  [
    'R3.8 an enterprise’s read',
    { read: { ...read, presentedBy: 'enterprise' } },
    'phone-change-not-in-person',
  ],
  ['G25 an agent’s read', { read: { ...read, presentedBy: 'agent' } }, 'phone-change-not-in-person'],
  ['R2.7 the card ended yesterday', { today: '2026-09-02' }, 'phone-change-card-expired'],
  ['R2.7 a card without end', { card: { ...card, validUntil: 'long-term' } }, true],
  ['R3.8 no phone was ever bound', { oldMobile: null }, 'phone-change-none-bound'],
  ['R3.7 the number was lost to its new holder', { oldMobile: null, lost: true }, true],
]
for (const [rule, has, code] of grounds)
  test(rule, () => {
    const decision = decidePhoneChangeGround({ ...ground, ...has })
    assert.deepEqual(decision.granted || decision.refusal.code, code)
    const whole = decidePhoneChange({ ...ground, ...has }, wanted)
    assert.deepEqual(whole.granted || whole.refusal.code, code)
  })

test('R2.7 the refusal of an expired card says until when it was valid', () => {
  const decision = decidePhoneChangeGround({ ...ground, today: '2026-09-02' })
  assert.deepEqual(!decision.granted && decision.refusal, {
    code: 'phone-change-card-expired',
    validUntil: '2026-09-01',
  })
})

test('R2.9 a bound number that waits is confirmed on the same ground as a change, and no other', () => {
  const codeOf = (has: Partial<PhoneChangeGround>, waits: boolean) => {
    const decision = decideConfirmation({ ...ground, ...has }, waits)
    return decision.granted || decision.refusal.code
  }
  assert.equal(codeOf({}, true), true)
  assert.equal(codeOf({}, false), 'nothing-to-confirm')
  assert.equal(codeOf({ oldMobile: null, lost: true }, true), 'nothing-to-confirm')
  assert.equal(codeOf({ read: { ...read, presentedBy: 'enterprise' } }, true), 'phone-change-not-in-person')
})

const numbers: [rule: string, has: Partial<WantedNumber>, code: string | true][] = [
  ['R3.8 another number, held by nobody', {}, true],
  ['R3.8 the very number that is bound', { mobile: '19900000001' }, 'phone-change-same-number'],
  ['R3.7 held by somebody else before the code was asked', { heldSince: now - minute - 1 }, true],
  ['R3.7 bound at the moment of asking', { heldSince: now - minute }, 'phone-change-overtaken'],
  ['R3.7 bound by somebody else since', { heldSince: now }, 'phone-change-overtaken'],
  ['R3.7 held by somebody else, the code still to be asked', { heldSince: now, codeAskedAt: null }, true],
]
for (const [rule, has, code] of numbers)
  test(rule, () => {
    const decision = decidePhoneChange(ground, { ...wanted, ...has })
    assert.deepEqual(decision.granted || decision.refusal.code, code)
  })
