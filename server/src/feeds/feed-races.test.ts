import assert from 'node:assert/strict'
import { test } from 'node:test'
import { creditOf, employmentOf, enterpriseOf, feed, numbered } from '../../test/feeds.ts'
import { meeting } from '../../test/meeting.ts'
import { givenHolder, type Holder } from '../../test/records.ts'
import { world } from '../../test/world.ts'

const holdPerson = ({ personId }: Holder) =>
  ['select from person where person_id = $1 for no key update', [personId]] as const

test('R11.1 R6.10 one batch sent twice at once: one applies, both get its report (lock: feed-batch)', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const send = () => feed(w, 'credit', numbered([creditOf(holder)]), 'twice')
  const [first, second] = await meeting(w, holdPerson(holder), [send, send])
  assert.deepEqual(second, first)
  assert.equal(first?.taken, 1)
  const entries = await w.ctx.db
    .selectFrom('audit_entry')
    .select('id')
    .where('act', '=', 'apply-feed-lines')
    .execute()
  assert.equal(entries.length, 1)
})

test('R11.1 R6.10 two batches begin one employment at once: it begins once (lock: fed-people)', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  await feed(w, 'enterprises', numbered([enterpriseOf()]))
  const send = (batchNumber: string) => () =>
    feed(w, 'enterprises', numbered([employmentOf(holder)]), batchNumber)
  const reports = await meeting(w, holdPerson(holder), [send('one'), send('two')])
  assert.deepEqual(
    reports.map(({ taken }) => taken),
    [1, 1],
  )
  assert.equal((await w.ctx.db.selectFrom('employment').select('id').execute()).length, 1)
})

test('R11.4 R6.10 two corrections at once are two versions, whichever comes first', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  await feed(w, 'credit', numbered([creditOf(holder)]))
  const correct = (matter: string) => () => feed(w, 'credit', numbered([creditOf(holder, { matter })]))
  await meeting(w, holdPerson(holder), [correct('事项一'), correct('事项二')])
  const versions = await w.ctx.db
    .selectFrom('record_revision')
    .select(['version', 'change'])
    .orderBy('version')
    .execute()
  assert.deepEqual(versions, [
    { version: 1, change: 'created' },
    { version: 2, change: 'corrected' },
    { version: 3, change: 'corrected' },
  ])
})
