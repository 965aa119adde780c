import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { refusalTable } from '@zhuji/contract/refusal-words.ts'
import { givenStaff, press, type World, world } from '../../../test/world.ts'
import { seedOffices } from '../../offices/seed-offices.ts'
import { systemActor } from '../../platform/actor.ts'
import { tokenHash } from '../../platform/http/cookies.ts'
import { withClient } from '../../platform/postgres/cluster.ts'
import { findSession } from '../../platform/sessions.ts'
import { createStaff } from './create-staff.ts'
import { newSecondFactor, nextUnusedCode } from './second-factor.ts'

const secret = newSecondFactor()
const right = { account: 'clerk', password: 'a long password' }
const codeAt = (secondsFromNow: number) => nextUnusedCode(secret, 0, Date.now() + secondsFromNow * 1000).code

async function atOffice(t: TestContext) {
  const w = await world(t)
  await seedOffices(w.ctx, systemActor())
  const staff = await createStaff(w.ctx, systemActor(), {
    ...right,
    displayName: '测试窗口甲',
    role: 'clerk',
    windowCode: 'W01',
    secondFactor: secret,
  })
  return { w, ...staff }
}

const signIn = (w: World, body: Partial<typeof right> & { otp?: string }, from = '10.0.0.1', cookies = {}) =>
  press(w.app, cookies, {
    method: 'POST',
    url: '/api/staff/sign-in',
    payload: { ...right, otp: codeAt(0), ...body },
    remoteAddress: from,
  })

const sessions = (w: World) => w.ctx.db.selectFrom('session').selectAll().execute()

test('R3.9 staff sign in with password and code, and get a session of their window and department', async (t) => {
  const { w, staffId } = await atOffice(t)
  const answer = await signIn(w, {})
  assert.deepEqual([answer.statusCode, answer.json()], [201, { role: 'clerk' }])
  const [cookie] = answer.cookies
  assert.equal(cookie?.name, 'zhuji-session')
  assert.equal(cookie.httpOnly, true)
  assert.equal(cookie.sameSite, 'Lax')
  const ticket = await press(
    w.app,
    { 'zhuji-session': cookie.value },
    { method: 'POST', url: '/api/window/tickets', payload: {} },
  )
  assert.match(ticket.json().windowName, /黄浦/)
  const entries = await w.ctx.db
    .selectFrom('audit_entry')
    .selectAll()
    .where('act', '=', 'staff-sign-in')
    .execute()
  assert.deepEqual(
    entries.map(({ actor_id, role }) => [actor_id, role]),
    [[staffId, 'clerk']],
  )
})

test('R3.9 a sign-in ends the session that the browser had', async (t) => {
  const { w } = await atOffice(t)
  const office = await w.ctx.db
    .selectFrom('service_window')
    .select(['id as windowId', 'department_id as departmentId', 'name as departmentName'])
    .executeTakeFirstOrThrow()
  const earlier = await givenStaff(w, office)
  const [before] = await sessions(w)
  assert.equal(
    (await signIn(w, { password: 'a wrong password' }, '10.0.0.1', earlier.cookies)).cookies.length,
    0,
  )
  assert.equal((await sessions(w)).length, 1)
  assert.equal((await signIn(w, {}, '10.0.0.1', earlier.cookies)).statusCode, 201)
  const [after, ...others] = await sessions(w)
  assert.deepEqual(others, [])
  assert.ok(after && before && !after.token_hash.equals(before.token_hash))
})

test('R3.9 one verdict and the same statements for an unknown account, a wrong password and a wrong code', async (t) => {
  const { w } = await atOffice(t)
  const heard = []
  for (const wrong of [{ account: 'nobody' }, { password: 'a wrong password' }, { otp: codeAt(90) }]) {
    w.statements()
    const answer = await signIn(w, wrong)
    const { requestId, ...problem } = answer.json()
    heard.push({ status: answer.statusCode, problem, statements: w.statements() })
  }
  assert.deepEqual(heard[1], heard[0])
  assert.deepEqual(heard[2], heard[0])
  assert.ok(heard[0]?.statements.some((statement) => statement.includes('for no key update')))
  assert.deepEqual([heard[0]?.status, heard[0]?.problem.code], [401, 'staff-sign-in-failed'])
  const failed = await w.ctx.db
    .selectFrom('audit_entry')
    .selectAll()
    .where('act', '=', 'staff-sign-in-failed')
    .execute()
  assert.equal(failed.length, 3)
  assert.ok('staff-sign-in-failed' in refusalTable)
})

test('R3.9 a wrong code, an old one, and a suspended account get the same verdict', async (t) => {
  const { w } = await atOffice(t)
  const answers = [await signIn(w, { otp: codeAt(-90) }), await signIn(w, { otp: codeAt(90) })]
  await w.ctx.db.updateTable('staff_account').set({ status: 'suspended' }).execute()
  answers.push(await signIn(w, {}))
  assert.deepEqual(
    answers.map((answer) => answer.json().code),
    ['staff-sign-in-failed', 'staff-sign-in-failed', 'staff-sign-in-failed'],
  )
  assert.deepEqual(await sessions(w), [])
})

test('R3.9 R6.10 of many sign-ins with one code at once one gets in, and none later (lock: second-factor)', async (t) => {
  const { w } = await atOffice(t)
  const otp = codeAt(0)
  const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => signIn(w, { otp }, `10.0.0.${n}`)))
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [201, 401, 401, 401, 401])
  assert.equal((await sessions(w)).length, 1)
  assert.equal((await signIn(w, { otp })).statusCode, 401)
  assert.equal((await signIn(w, { otp: codeAt(-30) })).statusCode, 401)
  assert.equal((await signIn(w, { otp: codeAt(30) })).statusCode, 201)
})

test('R3.9 five wrong tries lock the account for that origin alone, and a right one gives all tries back', async (t) => {
  const { w } = await atOffice(t)
  for (const _try of [1, 2, 3, 4])
    assert.equal((await signIn(w, { password: 'a wrong password' })).statusCode, 401)
  assert.equal((await signIn(w, { otp: codeAt(0) })).statusCode, 201)
  const wrong = await Promise.all(
    [1, 2, 3, 4, 5, 6, 7].map(() => signIn(w, { password: 'a wrong password' })),
  )
  assert.deepEqual(wrong.map(({ statusCode }) => statusCode).sort(), [401, 401, 401, 401, 401, 429, 429])
  const locked = await signIn(w, { otp: codeAt(30) })
  assert.deepEqual([locked.statusCode, locked.json().code], [429, 'too-many-tries'])
  assert.ok(Number(locked.headers['retry-after']) > 800)
  assert.equal((await signIn(w, { otp: codeAt(30) }, '10.0.0.2')).statusCode, 201)
  assert.ok('too-many-tries' in refusalTable)
})

test('R3.9 R12.2 password and second factor are not kept in clear', async (t) => {
  const { w, otpUri } = await atOffice(t)
  const row = await w.ctx.db.selectFrom('staff_account').selectAll().executeTakeFirstOrThrow()
  assert.match(row.password_hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  assert.ok(!row.second_factor.includes(Buffer.from(secret)))
  assert.match(otpUri, new RegExp(`^otpauth://totp/.*secret=${secret}`))
})

test('R3.9 a staff account needs a long password, a name of its own and, for a clerk, a window', async (t) => {
  const { w } = await atOffice(t)
  const clerk = { ...right, account: 'other', displayName: '测试', role: 'clerk', windowCode: 'W02' } as const
  const refused = [
    [{ ...clerk, password: '11characters'.slice(1) }, 'password-too-short'],
    [{ ...clerk, account: 'clerk' }, 'account-taken'],
    [{ ...clerk, windowCode: null }, 'no-window'],
    [{ ...clerk, role: 'reviewer', windowCode: 'W99' }, 'no-window'],
  ] as const
  for (const [staff, code] of refused) {
    await assert.rejects(createStaff(w.ctx, systemActor(), staff), { message: code })
    assert.ok(code in refusalTable)
  }
  await createStaff(w.ctx, systemActor(), { ...clerk, role: 'reviewer', windowCode: null })
  assert.equal((await w.ctx.db.selectFrom('staff_account').selectAll().execute()).length, 2)
})

test('R3.9 a suspended account’s sessions end at once, and a session costs one statement still', async (t) => {
  const { w } = await atOffice(t)
  const [cookie] = (await signIn(w, {})).cookies
  const hash = tokenHash(w.ctx, 'zhuji-session', cookie?.value ?? '')
  w.statements()
  assert.equal((await findSession(w.ctx.db, hash))?.role, 'clerk')
  assert.equal(w.statements().length, 1)
  await w.ctx.db.updateTable('staff_account').set({ status: 'suspended' }).execute()
  assert.equal(await findSession(w.ctx.db, hash), undefined)
  const asked = { method: 'POST', url: '/api/window/tickets', payload: {} } as const
  const answer = await press(w.app, { 'zhuji-session': cookie?.value ?? '' }, asked)
  assert.equal(answer.statusCode, 401)
})

test('R3.9 a staff session ends after half an hour of rest', async (t) => {
  const { w } = await atOffice(t)
  const [cookie] = (await signIn(w, {})).cookies
  const ask = () =>
    press(
      w.app,
      { 'zhuji-session': cookie?.value ?? '' },
      { method: 'POST', url: '/api/window/tickets', payload: {} },
    )
  await withClient(w.ownerUrl, (client) =>
    client.query(`update session set seen_at = now() - interval '29 minutes'`),
  )
  assert.equal((await ask()).statusCode, 201)
  await withClient(w.ownerUrl, (client) =>
    client.query(`update session set seen_at = now() - interval '31 minutes'`),
  )
  assert.equal((await ask()).statusCode, 401)
})
