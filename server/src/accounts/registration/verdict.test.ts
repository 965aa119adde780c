import assert from 'node:assert/strict'
import { test } from 'node:test'
import { giveCardFacts } from '@zhuji/contract/accounts.ts'
import { browserIn } from '../../../test/browser.ts'
import { givenPerson, syntheticFacts } from '../../../test/people.ts'
import { begin, factsToType, givenRegistered } from '../../../test/registering.ts'
import { type World, world } from '../../../test/world.ts'

async function verdictOn(w: World, typed: ReturnType<typeof syntheticFacts>) {
  const browser = browserIn(w)
  const begun = await begin(w, browser, typed)
  assert.equal(begun.statusCode, 201)
  w.statements()
  const answer = await browser.call(giveCardFacts, factsToType(typed))
  const { requestId: _, ...told } = answer.json()
  return { told, statements: w.statements(), headers: Object.keys(answer.headers).sort() }
}

test('R3.3 G10 known and unknown numbers get one verdict from the same statements', async (t) => {
  const w = await world(t)
  const { facts } = await givenPerson(w)
  const bound = await givenRegistered(w)
  const known = await verdictOn(w, { ...facts, address: '测试省虚构市另一路9号' })
  const otherName = await verdictOn(w, { ...facts, name: '测试乙' })
  const unknown = await verdictOn(w, syntheticFacts({ address: '测试省虚构市另一路9号' }))
  const registered = await verdictOn(w, bound.facts)
  assert.equal(known.told.code, 'card-facts-mismatch')
  assert.ok(known.statements.length > 4)
  assert.deepEqual([otherName, unknown, registered], [known, known, known])
})

test('R2.7 that the card has expired hears only who typed all of it rightly', async (t) => {
  const w = await world(t)
  const { facts } = await givenPerson(w, { validFrom: '2010-01-01', validUntil: '2026-08-31' })
  const wrong = await verdictOn(w, { ...facts, issuer: '虚构市公安局另一分局' })
  assert.equal(wrong.told.code, 'card-facts-mismatch')
  assert.equal((await verdictOn(w, facts)).told.code, 'card-expired')
})

for (const isKnown of [true, false])
  test(`R3.4 five wrong tries an hour at ${isKnown ? 'a known' : 'an unknown'} number, from wherever`, async (t) => {
    const w = await world(t)
    const facts = isKnown ? (await givenPerson(w)).facts : syntheticFacts()
    for (let tries = 0; tries < 5; tries += 1) {
      const { told } = await verdictOn(w, { ...facts, address: '测试省虚构市另一路9号' })
      assert.equal(told.code, 'card-facts-mismatch')
    }
    const { told } = await verdictOn(w, facts)
    assert.equal(told.code, 'too-many-tries')
    assert.ok(Date.parse(told.details.retryAt) > Date.now() + 50 * 60_000)
  })
