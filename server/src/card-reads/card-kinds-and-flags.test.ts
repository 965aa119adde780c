import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { CardReadMessage } from '@zhuji/contract/card-reads.ts'
import type { CardFacts } from '@zhuji/domain/card-facts.ts'
import { cardBlock } from '@zhuji/domain/fixtures/card-blocks.ts'
import {
  givenReader,
  layCard,
  personOf,
  readOf,
  sendRead,
  signRead,
  syntheticFacts,
  type TestReader,
} from '../../test/people.ts'
import { type World, world } from '../../test/world.ts'
import { unsealBytes } from '../platform/sealing.ts'
import { openCard, portraitPlace } from './sealed-card.ts'

const rows = (w: World) => w.ctx.db.selectFrom('person').selectAll().execute()
const _audited = (w: World, act: string) =>
  w.ctx.db.selectFrom('audit_entry').selectAll().where('act', '=', act).execute()

async function atWindow(t: TestContext) {
  const w = await world(t)
  const reader = await givenReader(w)
  const send = (message: CardReadMessage, by: TestReader = reader) => sendRead(w, signRead(by, message))
  return { w, reader, send }
}

test('R2.10 the portrait is kept as bytes, and a decoded one is not replaced by one that cannot be shown', async (t) => {
  const { w, reader } = await atWindow(t)
  const facts = syntheticFacts()
  const jpeg = { format: 'jpeg' as const, bytes: Buffer.from('decoded').toString('base64') }
  await layCard(w, reader, facts)
  const [first] = await rows(w)
  assert.equal(first?.portrait_format, 'wlt')
  assert.equal((await layCard(w, reader, facts, { portrait: jpeg })).outcome, 'refreshed')
  assert.equal((await layCard(w, reader, facts)).outcome, 'same')
  const [person] = await rows(w)
  assert.equal(person?.portrait_format, 'jpeg')
  const bytes = unsealBytes(
    w.ctx.keys,
    portraitPlace('person', person?.person_id ?? ''),
    person?.portrait ?? Buffer.of(),
  )
  assert.equal(bytes.toString(), 'decoded')
  const versions = await w.ctx.db.selectFrom('card_version').selectAll().orderBy('version').execute()
  assert.deepEqual(
    versions.map((version) => version.portrait_format),
    ['wlt', 'jpeg'],
  )
})

const flagged: [why: string, facts: Partial<CardFacts>, flag: string][] = [
  ['an expired card', { validUntil: '2024-01-01' }, 'expired'],
  ['somebody under 16', { birthDate: '2016-01-01' }, 'under-16'],
  ['a check digit that does not hold', { number: '119999199001010013' }, 'number-check'],
  ['a sex that the number denies', { sex: 'female', number: '119999199001010012' }, 'sex-disagrees'],
]
for (const [why, facts, flag] of flagged)
  test(`R2.7 flagged, not refused: ${why}`, async (t) => {
    const { w, reader } = await atWindow(t)
    const receipt = await layCard(w, reader, syntheticFacts(facts))
    assert.deepEqual([receipt.outcome, receipt.flags], ['first', [flag]])
    assert.deepEqual((await rows(w))[0]?.flags, [flag])
  })

for (const kind of ['hkmotw', 'foreigner2017', 'foreigner2023'] as const)
  test(`R2.8 a card of kind ${kind} makes a person like any other`, async (t) => {
    const { w, reader, send } = await atWindow(t)
    const textBlock = Buffer.from(cardBlock(kind)).toString('base64')
    const answer = await send(readOf(reader, syntheticFacts(), { textBlock }))
    assert.equal(answer.json().outcome, 'first')
    const [person] = await rows(w)
    assert.equal(person?.card_kind, kind)
    const facts = openCard(w.ctx.keys, person.person_id, person.card)
    assert.equal(await personOf(w, facts.number), person.person_id)
  })

test('R2.9 a read notes who presented the card, and marks no binding by itself', async (t) => {
  const { w, reader } = await atWindow(t)
  const facts = syntheticFacts()
  for (const presentedBy of ['enterprise', 'agent', 'person'] as const)
    await layCard(w, reader, facts, { presentedBy })
  const reads = await w.ctx.db.selectFrom('card_read').select('presented_by').orderBy('counter').execute()
  assert.deepEqual(
    reads.map(({ presented_by }) => presented_by),
    ['enterprise', 'agent', 'person'],
  )
  assert.equal((await rows(w))[0]?.binding_to_confirm, false)
})

test('R2.7 flags follow the newest read of an unchanged card', async (t) => {
  const { w, reader } = await atWindow(t)
  const facts = syntheticFacts({ validUntil: '2026-09-01' })
  await layCard(w, reader, facts)
  w.ctx.today = () => '2026-09-02'
  assert.equal((await layCard(w, reader, facts)).outcome, 'same')
  assert.deepEqual((await rows(w))[0]?.flags, ['expired'])
})
