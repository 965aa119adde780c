import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demoPeople, demoStaff } from '@zhuji/contract/demo.ts'
import { cardKinds } from '@zhuji/domain/card-facts.ts'
import { creditCodeFaults, organisationCodeAgrees } from '@zhuji/domain/unified-credit-code.ts'
import { givenOffice, world } from '../../test/world.ts'
import { listImports } from '../full-names/list-imports.ts'
import { withdrawImport } from '../full-names/withdraw-import.ts'
import { enrolReader } from '../offices/enrol-reader.ts'
import { systemActor } from '../platform/actor.ts'
import { issueDemoEnrolmentCode } from './enrolment.ts'
import { DemoRefusedError } from './installation.ts'
import { seedDemo } from './seed.ts'

const publicKey = 'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE='

test('the demo fills an empty database, two servers at once and again and again alike', async (t) => {
  const w = await world(t)
  await Promise.all([seedDemo(w.ctx), seedDemo(w.ctx)])
  await seedDemo(w.ctx)
  const { people } = demoPeople.response.parse((await w.app.inject('/api/demo/people')).json())
  assert.deepEqual(
    cardKinds.filter((kind) => kind !== 'unknown' && !people.some(({ card }) => card.kind === kind)),
    [],
  )
  assert.deepEqual(
    people.filter(({ collected }) => collected).map(({ card }) => card.name),
    ['测试乙', '测试丙'],
  )
  assert.deepEqual(
    people.filter(({ registered }) => registered).map(({ mobile }) => mobile),
    ['19900000002'],
  )
  assert.equal((await w.ctx.db.selectFrom('person').selectAll().execute()).length, 2)
  assert.equal((await w.ctx.db.selectFrom('card_read').selectAll().execute()).length, 2)
  const records = await w.ctx.db
    .selectFrom('record')
    .select(['kind', 'level'])
    .orderBy('created_at')
    .execute()
  assert.deepEqual(
    records.map(({ kind, level }) => `${kind} ${level}`),
    ['education D', 'education D', 'registration A', 'performance A', 'credit A', 'credit A'],
  )
  assert.ok(people.some((person) => person.inOrder && !person.collected))
  const kinds = await w.ctx.db.selectFrom('department').select('scope').execute()
  assert.equal(kinds.filter(({ scope }) => scope === 'district').length, 16)
})

test('G35 G37 G38 the demo feeds its person with two supported qualifications and three months paid', async (t) => {
  const w = await world(t)
  await seedDemo(w.ctx)
  const supported = await w.ctx.db
    .selectFrom('employment')
    .select('supports')
    .where('ended_at', 'is', null)
    .execute()
  assert.equal(new Set(supported.map(({ supports }) => supports)).size, 2)
  const months = await w.ctx.db.selectFrom('social_security').select('month').orderBy('month').execute()
  assert.deepEqual(
    months.map(({ month }) => month),
    ['2026-06-01', '2026-07-01', '2026-08-01'],
  )
  const codes = await w.ctx.db.selectFrom('enterprise').select('credit_code').execute()
  for (const { credit_code } of codes) {
    assert.deepEqual(creditCodeFaults(credit_code), [])
    assert.ok(organisationCodeAgrees(credit_code))
  }
  assert.equal(codes.length, 2)
})

test('R3.9 the demo tells a working code for each account, also right after one was used', async (t) => {
  const w = await world(t)
  await seedDemo(w.ctx)
  for (const _again of [1, 2]) {
    const { staff } = demoStaff.response.parse((await w.app.inject('/api/demo/staff')).json())
    const [{ account, password, otp } = assert.fail('no demo staff')] = staff
    const answer = await w.app.inject({
      method: 'POST',
      url: '/api/staff/sign-in',
      payload: { account, password, otp },
    })
    assert.equal(answer.statusCode, 201, answer.body)
  }
})

test('R3.9 R4.6 the demo has an administrator, and lists of made-up names that stay withdrawn', async (t) => {
  const w = await world(t)
  await seedDemo(w.ctx)
  const { staff } = demoStaff.response.parse((await w.app.inject('/api/demo/staff')).json())
  const { account, password, otp } = staff.find(({ role }) => role === 'administrator') ?? assert.fail()
  const answer = await w.app.inject({
    method: 'POST',
    url: '/api/staff/sign-in',
    payload: { account, password, otp },
  })
  assert.deepEqual([answer.statusCode, answer.json()], [201, { role: 'administrator' }])
  const [first, ...others] = await listImports(w.ctx)
  assert.ok(first && others.every(({ status }) => status === 'complete'))
  await withdrawImport(w.ctx, systemActor(), first.id, '测试撤回')
  await seedDemo(w.ctx)
  const after = await listImports(w.ctx)
  assert.deepEqual([after.length, after[0]?.status], [others.length + 1, 'withdrawn'])
})

test('the demo refuses a database that it did not create', async (t) => {
  const w = await world(t)
  await givenOffice(w)
  await assert.rejects(seedDemo(w.ctx), DemoRefusedError)
  const installed = await world(t)
  await installed.ctx.db.insertInto('installation').values({ demo: false }).execute()
  await assert.rejects(seedDemo(installed.ctx), DemoRefusedError)
  assert.equal((await installed.ctx.db.selectFrom('department').selectAll().execute()).length, 0)
})

test('R2.6 the demo bridge enrols with its code, also again after a restart', async (t) => {
  const w = await world(t)
  await seedDemo(w.ctx)
  const enrol = async () =>
    enrolReader(w.ctx, systemActor(), {
      code: await issueDemoEnrolmentCode(w.ctx),
      publicKey,
      samId: Buffer.alloc(16).toString('base64'),
    })
  const first = await enrol()
  assert.deepEqual(await enrol(), first)
  assert.match(first.windowName, /黄浦/)
})
