import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maskNumber } from '@zhuji/domain/masking.ts'
import { givenReader, layCard, readOf, sendRead, signRead } from '../../test/people.ts'
import { atWindow, begin, givenChangingWindow, see } from '../../test/phone-changes.ts'
import { givenRegistered } from '../../test/registering.ts'

test('R3.8 R2.6 only the first read with the challenge, at this window, is the live one', async (t) => {
  const { w, person, window } = await atWindow(t)
  const elsewhere = await givenChangingWindow(w)
  const other = await givenRegistered(w)
  const { id, challenge } = await begin(window)
  await layCard(w, elsewhere.reader, person.facts, { challenge })
  await layCard(w, window.reader, person.facts)
  await layCard(w, window.reader, person.facts, { challenge: `${challenge.slice(1)}A` })
  assert.equal((await see(window, id)).json().state, 'waiting-for-card')
  const signed = signRead(window.reader, readOf(window.reader, person.facts, { challenge }))
  await sendRead(w, signed)
  await sendRead(w, signed)
  await layCard(w, window.reader, other.facts, { challenge })
  assert.equal((await see(window, id)).json().number, maskNumber(person.facts.number))
  const live = await w.ctx.db.selectFrom('card_read').selectAll().where('live', '=', true).execute()
  assert.deepEqual(
    live.map((read) => read.person_id),
    [person.personId],
  )
})

test('R6.10 R3.8 of two reads with one challenge at once one is live (lock: phone-change-read)', async (t) => {
  const { w, person, window } = await atWindow(t)
  const other = await givenRegistered(w)
  const { id, challenge } = await begin(window)
  const second = await givenReader(w, window.reader.office)
  await Promise.all([
    layCard(w, window.reader, person.facts, { challenge }),
    layCard(w, second, other.facts, { challenge }),
  ])
  const live = await w.ctx.db.selectFrom('card_read').selectAll().where('live', '=', true).execute()
  assert.equal(live.length, 1)
  const whose = live[0]?.person_id === person.personId ? person : other
  assert.equal((await see(window, id)).json().number, maskNumber(whose.facts.number))
})
