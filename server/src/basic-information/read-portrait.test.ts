import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenReader, layCard, personOf, syntheticFacts } from '../../test/people.ts'
import { givenHolder, madeScan } from '../../test/records.ts'
import { press, signedIn, world } from '../../test/world.ts'

const portraitUrl = (personId: string) => `/api/persons/${personId}/portrait`

test('R2.10 G34 a decoded portrait is shown to its owner, as a picture and nothing else', async (t) => {
  const w = await world(t)
  const [facts, bytes] = [syntheticFacts(), await madeScan()]
  await layCard(w, await givenReader(w), facts, {
    portrait: { format: 'jpeg', bytes: bytes.toString('base64') },
  })
  const personId = await personOf(w, facts.number)
  const cookies = await signedIn(w, personId)
  w.statements()
  const answer = await press(w.app, cookies, { method: 'GET', url: portraitUrl(personId) })
  assert.equal(w.statements().length, 2)
  assert.equal(answer.statusCode, 200)
  assert.ok(answer.rawPayload.equals(bytes))
  assert.equal(answer.headers['content-type'], 'image/jpeg')
  assert.equal(answer.headers['x-content-type-options'], 'nosniff')
  assert.match(String(answer.headers['content-security-policy']), /sandbox/)
  const basic = await press(w.app, cookies, { method: 'GET', url: `/api/persons/${personId}/basic` })
  assert.deepEqual(basic.json().portrait, { format: 'jpeg', shown: true })
  const other = await givenHolder(w)
  assert.equal(
    (await press(w.app, other.cookies, { method: 'GET', url: portraitUrl(personId) })).statusCode,
    404,
  )
})

test('R2.10 the chip’s own form has no picture to show', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const answer = await press(w.app, holder.cookies, { method: 'GET', url: portraitUrl(holder.personId) })
  assert.deepEqual([answer.statusCode, answer.json().code], [404, 'not-found'])
})
