import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  completeFullNameImport,
  listFullNameImports,
  sendFullNames,
  startFullNameImport,
  withdrawFullNameImport,
} from '@zhuji/contract/full-names.ts'
import { staffRoles } from '@zhuji/domain/policy.ts'
import { ask, begun, givenAdministrator, givenImport, importing, suggested } from '../../test/full-names.ts'
import { givenHolder } from '../../test/records.ts'
import { givenOffice, givenStaff, world } from '../../test/world.ts'
import { newId } from '../platform/ids.ts'

test('R4.6 an imported list is offered once it is complete, and sending twice makes one', async (t) => {
  const w = await world(t)
  const administrator = await givenAdministrator(w)
  const { cookies } = administrator
  const { start, send, complete } = importing(w, administrator)
  const body = begun()
  for (const _twice of [1, 2]) {
    assert.deepEqual((await start(body)).json(), { id: body.id })
    await send(body.id, ['测试工业大学', ' 测试建筑大学', '测试工业大学'])
  }
  assert.deepEqual((await send(body.id, ['测试建筑大学', '测试交通大学'])).json(), { added: 1 })
  assert.deepEqual(await suggested(w, cookies, '测试'), [])
  for (const _twice of [1, 2]) {
    const report = (await complete(body.id, 3)).json().import
    assert.deepEqual([report.status, report.names, report.source], ['complete', 3, '测试名录'])
  }
  assert.equal((await suggested(w, cookies, '测试')).length, 3)
  const rows = await w.ctx.db.selectFrom('full_name').select('imports').execute()
  assert.deepEqual(
    rows.map(({ imports }) => imports),
    [1, 1, 1],
  )
})

test('R4.6 a withdrawn list offers nothing more, but what another list has stays', async (t) => {
  const w = await world(t)
  const administrator = await givenAdministrator(w)
  const first = await givenImport(w, administrator, ['测试工业大学', '测试建筑大学'])
  await givenImport(w, administrator, ['测试工业大学'])
  const { withdraw } = importing(w, administrator)
  const report = (await withdraw(first)).json().import
  assert.deepEqual([report.status, report.names, report.withdrawalReason], ['withdrawn', 2, '版本有误'])
  assert.deepEqual(await suggested(w, administrator.cookies, '测试'), ['测试工业大学'])
})

test('R4.6 what is refused of an import says why', async (t) => {
  const w = await world(t)
  const { start, send, complete, withdraw } = importing(w, await givenAdministrator(w))
  const body = begun()
  await start(body)
  await send(body.id, ['测试工业大学'])
  const incomplete = await complete(body.id, 2)
  assert.deepEqual(
    [incomplete.statusCode, incomplete.json().code, incomplete.json().details],
    [409, 'import-incomplete', { code: 'import-incomplete', received: 1, expected: 2 }],
  )
  assert.equal((await start({ ...body, edition: '2027' })).json().code, 'import-id-taken')
  await complete(body.id, 1)
  assert.equal((await send(body.id, ['测试建筑大学'])).json().code, 'import-not-open')
  await withdraw(body.id)
  assert.equal((await withdraw(body.id)).json().code, 'import-withdrawn')
  assert.equal((await complete(body.id, 1)).json().code, 'import-withdrawn')
  assert.equal((await send(newId(), ['测试建筑大学'])).statusCode, 404)
  assert.equal((await complete(newId(), 1)).statusCode, 404)
  assert.equal((await withdraw(newId())).statusCode, 404)
  assert.equal((await send(body.id, ['测'.repeat(101)])).statusCode, 400)
  assert.equal((await send(body.id, ['测\u0007'])).statusCode, 400)
})

test('R4.6 the lists are shown newest first, an open one with what has arrived', async (t) => {
  const w = await world(t)
  const administrator = await givenAdministrator(w)
  const complete = await givenImport(w, administrator, ['测试工业大学'], 'units')
  const { start, send } = importing(w, administrator)
  const body = begun()
  await start(body)
  await send(body.id, ['测试工业大学', '测试建筑大学'])
  w.statements()
  const { imports } = (await ask(w, administrator.cookies, listFullNameImports)).json()
  assert.equal(w.statements().length, 2)
  assert.deepEqual(
    imports.map(({ id, status, names, list }: Record<string, unknown>) => [id, status, names, list]),
    [
      [body.id, 'open', 2, 'schools'],
      [complete, 'complete', 1, 'units'],
    ],
  )
})

test('R12.3 beginning, completing and withdrawing an import is on record, once each', async (t) => {
  const w = await world(t)
  const administrator = await givenAdministrator(w)
  const id = await givenImport(w, administrator, ['测试工业大学'])
  await importing(w, administrator).complete(id, 1)
  await importing(w, administrator).withdraw(id)
  const entries = await w.ctx.db
    .selectFrom('audit_entry')
    .select(['act', 'actor_id'])
    .where('object_id', '=', id)
    .orderBy('id')
    .execute()
  assert.deepEqual(
    entries.map(({ act, actor_id }) => [act, actor_id]),
    ['import-full-names', 'complete-full-names', 'withdraw-full-names'].map((act) => [
      act,
      administrator.staffId,
    ]),
  )
})

test('R3.9 only an administrator imports, completes, lists and withdraws', async (t) => {
  const w = await world(t)
  const office = await givenOffice(w)
  const strangers = [
    { who: 'practitioner', cookies: (await givenHolder(w)).cookies, status: 403 },
    { who: 'anonymous', cookies: {}, status: 401 },
  ]
  for (const role of staffRoles)
    if (role !== 'administrator')
      strangers.push({ who: role, cookies: (await givenStaff(w, office, role)).cookies, status: 403 })
  const params = { importId: newId() }
  for (const { who, cookies, status } of strangers) {
    const answers = [
      await ask(w, cookies, listFullNameImports),
      await ask(w, cookies, startFullNameImport, { body: begun() }),
      await ask(w, cookies, sendFullNames, { params, body: { names: ['测试工业大学'] } }),
      await ask(w, cookies, completeFullNameImport, { params, body: { names: 1 } }),
      await ask(w, cookies, withdrawFullNameImport, { params, body: { reason: '版本有误' } }),
    ]
    assert.deepEqual(
      answers.map(({ statusCode }) => statusCode),
      answers.map(() => status),
      who,
    )
  }
})
