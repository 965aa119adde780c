import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RejectedLine } from '@zhuji/contract/feeds.ts'
import { refusalTable } from '@zhuji/contract/refusal-words.ts'
import { type FeedSource, lineFaults, lineFaultWords } from '@zhuji/domain/feed-lines.ts'
import {
  contractOf,
  creditOf,
  employmentOf,
  enterpriseOf,
  feed,
  monthOf,
  numbered,
  registrationOf,
  stranger,
  syntheticCreditCode,
} from '../../test/feeds.ts'
import { givenHolder } from '../../test/records.ts'
import { world } from '../../test/world.ts'
import { RefusedError } from '../platform/refused-error.ts'

test('R11.1 every bad line is told by number and reason, and the good ones are taken', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const lines = [
    { number: 10, sourceKey: 'a', ...registrationOf(holder) },
    { number: 11, sourceKey: 'b', ...registrationOf(holder, { type: null }) },
    { number: 12, sourceKey: 'a', ...registrationOf(holder) },
    { number: 13, sourceKey: 'c', ...registrationOf(stranger()) },
    { number: 14, sourceKey: `x${holder.facts.number}`, ...registrationOf(holder) },
    { number: 15, sourceKey: 'd', ...registrationOf(holder, { validTo: '2020-01-01' }) },
    { number: 16, sourceKey: 'e', ...registrationOf(holder, { unitCode: '91999900000000001Z' }) },
    'no line at all',
    {
      number: 18,
      sourceKey: 'f',
      ...registrationOf(holder, { status: { text: '暂停', code: 'suspended' } }),
    },
  ]
  const report = await feed(w, 'registrations', lines)
  assert.deepEqual(
    { ...report, batchId: null },
    {
      batchId: null,
      lines: 9,
      taken: 2,
      rejected: [
        { number: 8, reason: 'malformed', fields: [] },
        { number: 11, reason: 'malformed', fields: ['payload.type'] },
        { number: 12, reason: 'line-repeated', fields: [] },
        { number: 13, reason: 'not-collected', fields: [] },
        { number: 14, reason: 'key-names-person', fields: [] },
        { number: 15, reason: 'record-not-valid', fields: ['validTo'] },
        { number: 16, reason: 'record-not-valid', fields: ['unitCode'] },
      ],
    },
  )
  const kept = await w.ctx.db
    .selectFrom('record')
    .select(['level', 'origin', 'source_key', 'kind'])
    .orderBy('source_key')
    .execute()
  assert.deepEqual(kept, [
    { level: 'A', origin: 'feed', source_key: 'a', kind: 'registration' },
    { level: 'A', origin: 'feed', source_key: 'f', kind: 'registration' },
  ])
})

test('R11.1 lines of enterprises and months are judged as well', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const links = await feed(
    w,
    'enterprises',
    numbered([
      enterpriseOf(),
      enterpriseOf('91999900000000001Z'),
      employmentOf(holder, { sourceKey: 'a', creditCode: syntheticCreditCode(9) }),
      employmentOf(holder, { sourceKey: 'b', until: '2020-01-01' }),
      employmentOf(stranger(), { sourceKey: 'c' }),
      employmentOf(holder, { sourceKey: 'd' }),
    ]),
  )
  const months = await feed(
    w,
    'social-security',
    numbered([
      monthOf(holder, '2026-10'),
      monthOf(holder, '2026-09', { unitCode: '123' }),
      monthOf({ facts: { ...holder.facts, number: '119999199001010010' } }, '2026-08'),
      monthOf(holder, '2026-13', { sourceKey: 'z' }),
      monthOf(holder, '2026-07'),
    ]),
  )
  const told = ({ rejected }: { rejected: RejectedLine[] }) => rejected.map((one) => [one.number, one.reason])
  assert.equal(links.taken, 2)
  assert.deepEqual(told(links), [
    [2, 'credit-code-not-valid'],
    [3, 'enterprise-unknown'],
    [4, 'dates-out-of-order'],
    [5, 'not-collected'],
  ])
  assert.equal(months.taken, 1)
  assert.deepEqual(told(months), [
    [1, 'month-after-today'],
    [2, 'credit-code-not-valid'],
    [3, 'number-not-valid'],
    [4, 'malformed'],
  ])
})

test('R11.1 every reason is said in both languages', () => {
  for (const fault of lineFaults) {
    assert.ok(RejectedLine.safeParse({ number: 1, reason: fault, fields: [] }).success)
    assert.match(lineFaultWords[fault].zh, /[\u4e00-\u9fff].*[。]$/)
    assert.match(lineFaultWords[fault].en, /^[^\u4e00-\u9fff]+\.$/)
  }
})

test('R11.1 a batch sent again has no effect and the same report; its number is not for other lines', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const lines = numbered([registrationOf(holder), registrationOf(stranger())])
  const first = await feed(w, 'registrations', lines, 'B1')
  const written = () =>
    Promise.all([
      w.ctx.db.selectFrom('record_revision').selectAll().execute(),
      w.ctx.db.selectFrom('person').select('profile_version').execute(),
      w.ctx.db.selectFrom('audit_entry').select('id').where('act', '=', 'apply-feed-lines').execute(),
    ])
  const before = await written()
  assert.deepEqual(await feed(w, 'registrations', lines, 'B1'), first)
  assert.deepEqual(await written(), before)
  await assert.rejects(feed(w, 'registrations', numbered([registrationOf(holder)]), 'B1'), (error) => {
    assert.ok(error instanceof RefusedError)
    assert.deepEqual([error.status, error.refusal.code], [409, 'batch-number-taken'])
    assert.ok(error.refusal.code in refusalTable)
    return true
  })
  // Another source counts its batches by itself.
  assert.equal((await feed(w, 'credit', numbered([creditOf(holder)]), 'B1')).taken, 1)
})

test('R11.1 one audit entry a batch without values, no row in any timeline', async (t) => {
  const w = await world(t)
  const [holder, other] = [await givenHolder(w), await givenHolder(w)]
  const timelines = () => w.ctx.db.selectFrom('access_entry').select('id').execute()
  const before = await timelines()
  const report = await feed(w, 'credit', numbered([creditOf(holder), creditOf(other)]))
  const entries = await w.ctx.db
    .selectFrom('audit_entry')
    .select(['id', 'person_id', 'object_id', 'details'])
    .where('act', '=', 'apply-feed-lines')
    .execute()
  assert.equal(entries.length, 1)
  assert.deepEqual(entries[0], {
    id: entries[0]?.id,
    person_id: null,
    object_id: report.batchId,
    details: { source: 'credit', lines: 2, taken: 2, people: 2 },
  })
  assert.deepEqual(await timelines(), before)
  const revisions = await w.ctx.db.selectFrom('record_revision').select('audit_id').execute()
  assert.deepEqual([...new Set(revisions.map(({ audit_id }) => audit_id))], [entries[0]?.id])
})

test('a batch takes as many statements for one line as for two hundred', async (t) => {
  const w = await world(t)
  const people = [await givenHolder(w), await givenHolder(w)]
  const person = (at: number) => people[at % 2] as (typeof people)[number]
  const lineOf: Record<FeedSource, (at: number) => object> = {
    registrations: (at) => registrationOf(person(at)),
    contracts: (at) => contractOf(person(at)),
    credit: (at) => creditOf(person(at)),
    'social-security': (at) =>
      monthOf(at % 3 === 0 ? stranger() : person(at), '2026-05', { sourceKey: `M${at}` }),
    enterprises: (at) => (at === 0 ? enterpriseOf() : employmentOf(person(at), { sourceKey: `E${at}` })),
  }
  const counted: Partial<Record<FeedSource, number[]>> = {}
  for (const source of Object.keys(lineOf) as FeedSource[]) {
    counted[source] = []
    for (const size of [2, 200]) {
      const lines = numbered(Array.from({ length: size }, (_, at) => lineOf[source](at)))
      w.statements()
      const report = await feed(w, source, lines)
      assert.deepEqual([report.taken, report.rejected], [size, []])
      counted[source]?.push(w.statements().length)
    }
  }
  // Begin, actor, claim, people, their lock, records, profiles, audit, report, commit; strangers and links ask for more.
  assert.deepEqual(counted, {
    registrations: [10, 10],
    contracts: [10, 10],
    credit: [10, 10],
    'social-security': [12, 12],
    enterprises: [14, 14],
  })
})
