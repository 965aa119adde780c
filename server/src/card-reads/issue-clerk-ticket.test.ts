import assert from 'node:assert/strict'
import { test } from 'node:test'
import { issueClerkTicket as declared } from '@zhuji/contract/card-reads.ts'
import { refusalTable } from '@zhuji/contract/refusal-words.ts'
import { givenPerson, givenReader, layCard, syntheticFacts } from '../../test/people.ts'
import { givenOffice, givenStaff, press, signedIn, type World, world } from '../../test/world.ts'
import { withClient } from '../platform/postgres/cluster.ts'
import { openTicket } from './clerk-ticket.ts'

const ask = (w: World, cookies: Record<string, string>) =>
  press(w.app, cookies, { method: 'POST', url: '/api/window/tickets', payload: {} })

test('R2.6 a clerk gets a ticket of 12 hours for their own window, and a read with it counts', async (t) => {
  const w = await world(t)
  const reader = await givenReader(w)
  const answer = await ask(w, reader.clerk.cookies)
  assert.equal(answer.statusCode, 201)
  const issued = declared.response.parse(answer.json())
  assert.equal(issued.departmentName, reader.office.departmentName)
  const ticket = openTicket(w.ctx.keys, issued.ticket)
  assert.ok(ticket)
  assert.equal(ticket.clerkId, reader.clerk.staffId)
  assert.equal(ticket.windowId, reader.office.windowId)
  assert.equal(Date.parse(ticket.expiresAt) - Date.parse(ticket.issuedAt), 12 * 3_600_000)
  assert.ok(issued.ticket.length <= 600)
  assert.equal((await layCard(w, reader, syntheticFacts(), { ticket: issued.ticket })).outcome, 'first')
})

test('R2.6 R3.9 only a clerk gets a ticket', async (t) => {
  const w = await world(t)
  const { personId } = await givenPerson(w)
  const reviewer = await givenStaff(w, await givenOffice(w), 'reviewer')
  const answers = [
    await ask(w, {}),
    await ask(w, await signedIn(w, personId)),
    await ask(w, reviewer.cookies),
  ]
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [401, 403, 403],
  )
})

test('R2.6 a suspended window, or none at all, gets no ticket', async (t) => {
  const w = await world(t)
  const office = await givenOffice(w)
  const clerk = await givenStaff(w, office)
  await withClient(w.ownerUrl, (client) => client.query(`update service_window set status = 'suspended'`))
  const suspended = await ask(w, clerk.cookies)
  assert.deepEqual([suspended.statusCode, suspended.json().code], [409, 'window-suspended'])
  await withClient(w.ownerUrl, (client) => client.query('update session set window_id = null'))
  const without = await ask(w, clerk.cookies)
  assert.deepEqual([without.statusCode, without.json().code], [409, 'no-window'])
  for (const code of ['window-suspended', 'no-window']) assert.ok(code in refusalTable)
})
