import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BasicInformation } from '@zhuji/contract/basic-information.ts'
import { z } from 'zod'
import { endEmployment, givenEmployment, givenEmploymentUse } from '../../test/employments.ts'
import { feed, monthOf, numbered, registrationOf, syntheticCreditCode } from '../../test/feeds.ts'
import { givenPerson } from '../../test/people.ts'
import { givenHolder, type Holder } from '../../test/records.ts'
import { givenClerk } from '../../test/windows.ts'
import { press, signedIn, type World, world } from '../../test/world.ts'

const read = (w: World, holder: Holder, cookies = holder.cookies) =>
  press(w.app, cookies, { method: 'GET', url: `/api/persons/${holder.personId}/basic` })

const basics = async (w: World, holder: Holder): Promise<BasicInformation> => {
  const answer = await read(w, holder)
  assert.equal(answer.statusCode, 200, answer.body)
  return z.strictObject(BasicInformation.shape).parse(answer.json())
}

test('G33 G34 G129 every fact of the card is shown to its owner as the chip says it', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const { card, portrait } = await basics(w, holder)
  const { name, number, birthDate, issuer, validFrom, validUntil, address } = holder.facts
  assert.ok(Date.parse(card.readAt) > 0)
  assert.deepEqual(card, {
    kind: 'citizen',
    name,
    englishName: null,
    sex: 'male',
    ethnicGroup: { code: '01', name: '汉族', roman: 'Han' },
    nationality: null,
    number,
    permitNumber: null,
    birthDate,
    issuer,
    validFrom,
    validUntil,
    address,
    readAt: card.readAt,
  })
  assert.deepEqual(portrait, { format: 'wlt', shown: false })
})

test('R2.8 a card of another kind shows the facts that it has', async (t) => {
  const w = await world(t)
  const person = await givenPerson(w, {
    kind: 'hkmotw',
    ethnicCode: null,
    permitNumber: 'H00000001',
    validUntil: 'long-term',
  })
  const { card } = await basics(w, { ...person, cookies: await signedIn(w, person.personId) })
  assert.deepEqual(
    [card.kind, card.ethnicGroup, card.permitNumber, card.validUntil],
    ['hkmotw', null, 'H00000001', 'long-term'],
  )
})

test('G36 G37 G131 each employer with duty and qualification; one person may support two', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const first = await givenEmployment(w, holder)
  const second = await givenEmployment(w, holder, {
    sourceKey: 'E2',
    duty: '项目负责人',
    supports: '建筑行业设计甲级',
    from: '2025-01-01',
  })
  const third = await givenEmployment(w, holder, { sourceKey: 'E3', supports: null, from: '2025-02-01' })
  const application = await givenEmploymentUse(w, holder, second)
  await endEmployment(w, holder, third)
  const at = { enterprise: '测试建设集团有限公司', creditCode: syntheticCreditCode() }
  assert.deepEqual((await basics(w, holder)).employments, [
    {
      id: first,
      ...at,
      duty: '技术负责人',
      supports: '建筑工程施工总承包一级',
      from: '2024-03-01',
      openUse: null,
    },
    {
      id: second,
      ...at,
      duty: '项目负责人',
      supports: '建筑行业设计甲级',
      from: '2025-01-01',
      openUse: application,
    },
  ])
})

test('R8.4 G38 G132 the last three months with who paid: paid, not paid, or not yet reported', async (t) => {
  const w = await world(t)
  const [holder, other] = [await givenHolder(w), await givenHolder(w)]
  const states = async () =>
    (await basics(w, holder)).socialSecurity.map(({ month, state, units }) => [month, state, ...units])
  assert.deepEqual(await states(), [
    ['2026-09', 'not-yet-reported'],
    ['2026-08', 'not-yet-reported'],
    ['2026-07', 'not-yet-reported'],
  ])
  await feed(
    w,
    'social-security',
    numbered([
      monthOf(holder, '2026-06'),
      monthOf(holder, '2026-07'),
      monthOf(holder, '2026-07', { sourceKey: 'second', unit: '测试设计有限公司' }),
    ]),
  )
  // The month of another tells that the feed has come so far.
  await feed(w, 'social-security', numbered([monthOf(other, '2026-08')]))
  assert.deepEqual(await states(), [
    ['2026-09', 'not-yet-reported'],
    ['2026-08', 'not-paid'],
    ['2026-07', 'paid', '测试建设集团有限公司', '测试设计有限公司'],
  ])
  await feed(w, 'social-security', numbered([monthOf(holder, '2026-07', { paid: false })]))
  assert.deepEqual((await states())[2], ['2026-07', 'paid', '测试设计有限公司'])
})

test('G35 G51 G130 registrations are records at A, with type, unit, status and note', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  await feed(w, 'registrations', numbered([registrationOf(holder, { note: '测试说明' })]))
  const profile = await press(w.app, holder.cookies, {
    method: 'GET',
    url: `/api/persons/${holder.personId}/profile`,
  })
  const [record] = profile.json().records
  const { type, unit, status, note } = record.payload
  assert.deepEqual([record.kind, record.level, record.origin], ['registration', 'A', 'feed'])
  assert.deepEqual(
    [type, unit, status, note],
    [
      { text: '一级注册建造师', code: 'JZS1' },
      '测试建设集团有限公司',
      { text: '正常', code: 'valid' },
      '测试说明',
    ],
  )
})

test('R12.2 another’s basic information is not there, and no clerk may open it', async (t) => {
  const w = await world(t)
  const [holder, other, clerk] = [await givenHolder(w), await givenHolder(w), await givenClerk(w)]
  for (const [cookies, status] of [
    [other.cookies, 404],
    [clerk.cookies, 403],
    [{}, 401],
  ] as const)
    assert.equal((await read(w, holder, cookies)).statusCode, status)
})

test('basic information takes one statement besides the session, which names its actor', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  await givenEmployment(w, holder)
  w.statements()
  await basics(w, holder)
  const statements = w.statements()
  assert.equal(statements.length, 2)
  assert.match(statements[1] ?? '', /set_config\('zhuji.actor'/)
})
