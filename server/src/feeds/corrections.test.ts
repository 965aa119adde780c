import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeRefusalWords } from '@zhuji/domain/record-changes.ts'
import {
  contractOf,
  creditOf,
  employmentOf,
  enterpriseOf,
  feed,
  monthOf,
  numbered,
  registrationOf,
  syntheticCreditCode,
} from '../../test/feeds.ts'
import { givenHolder, type Holder, history, recordUrl } from '../../test/records.ts'
import { press, type World, world } from '../../test/world.ts'

const heads = (w: World) =>
  w.ctx.db
    .selectFrom('record')
    .select(['id', 'level', 'version', 'payload', 'batch_id', 'valid_to', 'code'])
    .orderBy('source_key')
    .execute()

const profileVersion = async (w: World, { personId }: Holder) =>
  Number(
    (
      await w.ctx.db
        .selectFrom('person')
        .select('profile_version')
        .where('person_id', '=', personId)
        .executeTakeFirstOrThrow()
    ).profile_version,
  )

test('R11.4 R6.9 a correction is the next version at A, the former stays in the history', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  await feed(w, 'registrations', numbered([registrationOf(holder)]))
  const status = { text: '注销', code: 'cancelled' }
  const second = await feed(
    w,
    'registrations',
    numbered([registrationOf(holder, { status, validTo: '2026-01-01' })]),
  )
  const [head, ...more] = await heads(w)
  assert.ok(head)
  assert.equal(more.length, 0)
  assert.deepEqual(
    { ...head, payload: null, id: null },
    {
      id: null,
      level: 'A',
      version: 2,
      payload: null,
      batch_id: second.batchId,
      valid_to: '2026-01-01',
      code: 'JZS1',
    },
  )
  const { entries } = (await history(w, holder.cookies, holder, head.id)).json()
  assert.deepEqual(
    entries.map((entry: Record<string, unknown>) => [entry.event, entry.version, entry.level]),
    [
      ['created', 1, 'A'],
      ['corrected', 2, 'A'],
    ],
  )
  assert.deepEqual(entries[1].changes, [
    { field: 'status', from: { text: '正常', code: 'valid' }, to: status },
    { field: 'validTo', from: '2027-05-01', to: '2026-01-01' },
  ])
})

test('R11.4 what says the same changes nothing and renews no profile', async (t) => {
  const w = await world(t)
  const [holder, other] = [await givenHolder(w), await givenHolder(w)]
  await feed(w, 'credit', numbered([creditOf(holder), creditOf(other)]))
  const [before, versions] = [
    await heads(w),
    [await profileVersion(w, holder), await profileVersion(w, other)],
  ]
  const again = await feed(w, 'credit', numbered([creditOf(holder), creditOf(other, { matter: '另一事项' })]))
  assert.equal(again.taken, 2)
  const after = await heads(w)
  assert.deepEqual(after[0], before[0])
  assert.equal(after[1]?.version, 2)
  assert.deepEqual(
    [await profileVersion(w, holder), await profileVersion(w, other)],
    [versions[0], (versions[1] ?? 0) + 1],
  )
})

test('R6.3 G60 G70 what a feed supplies keeps its buttons, and they answer where it comes from', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  await feed(w, 'contracts', numbered([contractOf(holder)]))
  const { records } = (
    await press(w.app, holder.cookies, { method: 'GET', url: `/api/persons/${holder.personId}/profile` })
  ).json()
  assert.deepEqual(
    records.map((one: Record<string, unknown>) => [one.kind, one.level, one.origin]),
    [['performance', 'A', 'feed']],
  )
  const url = recordUrl(holder, records[0].id)
  const payload = {
    ...records[0].payload,
    indicators: '12层',
    to: '2023-01-01',
    qualification: '无',
    referee: '测试丁',
    unitProvince: { text: '上海市', code: '310000' },
  }
  const answers = [
    await press(w.app, holder.cookies, {
      method: 'PUT',
      url,
      payload: { version: 1, declared: true, record: { kind: 'performance', payload } },
    }),
    await press(w.app, holder.cookies, { method: 'DELETE', url: `${url}?version=1` }),
  ]
  assert.deepEqual(
    answers.map((answer) => [answer.statusCode, answer.json().code, answer.json().details.change]),
    [
      [409, 'record-supplied', 'edit'],
      [409, 'record-supplied', 'delete'],
    ],
  )
  assert.equal(
    changeRefusalWords({ code: 'record-supplied', change: 'delete' }).zh,
    '该信息来自第三方系统，无法删除！',
  )
})

test('R11.4 an enterprise and a month are corrected, what they said before is kept', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const first = await feed(w, 'enterprises', numbered([enterpriseOf()]))
  await feed(
    w,
    'enterprises',
    numbered([enterpriseOf(syntheticCreditCode(), { name: '测试建设工程有限公司' })]),
  )
  await feed(
    w,
    'enterprises',
    numbered([enterpriseOf(syntheticCreditCode(), { name: '测试建设工程有限公司' })]),
  )
  const paid = await feed(w, 'social-security', numbered([monthOf(holder, '2026-08')]))
  await feed(w, 'social-security', numbered([monthOf(holder, '2026-08', { paid: false })]))
  await feed(w, 'social-security', numbered([monthOf(holder, '2026-08', { paid: false })]))
  assert.deepEqual(await w.ctx.db.selectFrom('enterprise').select('name').execute(), [
    { name: '测试建设工程有限公司' },
  ])
  assert.deepEqual(await w.ctx.db.selectFrom('enterprise_former').select(['name', 'batch_id']).execute(), [
    { name: '测试建设集团有限公司', batch_id: first.batchId },
  ])
  assert.deepEqual(await w.ctx.db.selectFrom('social_security').select(['month', 'paid']).execute(), [
    { month: '2026-08-01', paid: false },
  ])
  assert.deepEqual(
    await w.ctx.db.selectFrom('social_security_former').select(['month', 'paid', 'batch_id']).execute(),
    [{ month: '2026-08-01', paid: true, batch_id: paid.batchId }],
  )
})

test('R11.4 R4.9 a changed line ends the former link and begins another; an end ends it', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const fed = (changes: object) =>
    feed(w, 'enterprises', numbered([enterpriseOf(), employmentOf(holder, changes)]))
  const links = () =>
    w.ctx.db
      .selectFrom('employment')
      .select(['duty', 'ended_by', 'ended_batch_id'])
      .orderBy('created_at')
      .execute()
  await fed({})
  await fed({})
  const replaced = await fed({ duty: '项目负责人' })
  assert.deepEqual(await links(), [
    { duty: '技术负责人', ended_by: 'feed', ended_batch_id: replaced.batchId },
    { duty: '项目负责人', ended_by: null, ended_batch_id: null },
  ])
  const ended = await fed({ duty: '项目负责人', until: '2026-08-31' })
  assert.deepEqual((await links())[1], {
    duty: '项目负责人',
    ended_by: 'feed',
    ended_batch_id: ended.batchId,
  })
  assert.equal((await links()).length, 2)
})
