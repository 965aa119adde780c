import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demoOutbox } from '@zhuji/contract/demo.ts'
import { browserIn } from '../../test/browser.ts'
import { withOwner } from '../../test/owner.ts'
import { givenPerson } from '../../test/people.ts'
import { givenRegistered, runJobs } from '../../test/registering.ts'
import { gatewayAnswering } from '../../test/sms-gateway.ts'
import { type World, world } from '../../test/world.ts'
import { systemActor, withActor } from '../platform/actor.ts'
import { demoGateway } from '../platform/sms/demo-gateway.ts'
import { startWorker } from '../worker.ts'
import { cleanUp } from './clean-up.ts'
import { codeText, messageText } from './message-texts.ts'
import { sendMessage } from './send-message.ts'

const message = { messageId: '01900000-0000-7000-8000-000000000001', mobile: '19900001111', text: '测试' }

const tell = (w: World, personId: string) =>
  withActor(w.ctx, systemActor(), async (tx) => sendMessage(w.ctx, tx, personId, 'verification-refused'))

const unsent = async (w: World) =>
  (await w.ctx.db.selectFrom('sms_message').select('id').where('sent_at', 'is', null).execute()).length

test('R3.4 the queue tries again with the same id until the gateway has taken the message', async (t) => {
  const { received, gateway } = await gatewayAnswering(t, [500, 503])
  const w = await world(t)
  const { personId, mobile } = await givenRegistered(w)
  w.ctx.sms = gateway
  await tell(w, personId)
  const failed: Error[] = []
  const worker = await startWorker(w.ctx, (error) => failed.push(error))
  try {
    await until(async () => {
      await letWaitsPass(w)
      return (await unsent(w)) === 0
    })
  } finally {
    await worker.stop()
  }
  assert.equal(failed.length, 2)
  assert.deepEqual(
    received.map(({ body }) => body.mobile),
    [mobile, mobile, mobile],
  )
  assert.equal(new Set(received.map(({ headers }) => headers['idempotency-key'])).size, 1)
})

/** The waits of a back-off are over, and the worker is woken. */
const letWaitsPass = (w: World) =>
  withOwner(w, async (client) => {
    await client.query('update graphile_worker._private_jobs set run_at = now() where locked_at is null')
    await client.query(`select graphile_worker.add_job('clean-up', job_key => 'wake')`)
  })

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000
  while (!(await holds())) assert.ok(Date.now() < deadline, 'it never came about')
}

test('R3.4 a message that the gateway rejects for good is audited and not tried again', async (t) => {
  const { received, gateway } = await gatewayAnswering(t, [422])
  const w = await world(t)
  const { personId } = await givenRegistered(w)
  w.ctx.sms = gateway
  await tell(w, personId)
  await runJobs(w)
  await runJobs(w)
  assert.equal(received.length, 1)
  const entry = await w.ctx.db
    .selectFrom('audit_entry')
    .select(['person_id', 'details'])
    .where('act', '=', 'message.rejected')
    .executeTakeFirstOrThrow()
  assert.deepEqual(entry, { person_id: personId, details: { status: 422 } })
})

test('R3.6 nobody is told anything where no phone is bound', async (t) => {
  const w = await world(t)
  const { personId } = await givenPerson(w)
  await tell(w, personId)
  await runJobs(w)
  assert.deepEqual(w.sent, [])
})

test('R3.4 a job carries ids only, and a message done twice goes out once', async (t) => {
  const w = await world(t)
  const { personId, mobile, facts } = await givenRegistered(w)
  w.sent.splice(0)
  await tell(w, personId)
  const jobs = await withOwner(w, (client) =>
    client.query('select payload from graphile_worker._private_jobs'),
  )
  assert.ok(jobs.rows.length > 0)
  assert.ok(!JSON.stringify(jobs.rows).includes(mobile) && !JSON.stringify(jobs.rows).includes(facts.number))
  await runJobs(w)
  await withOwner(w, (client) =>
    client.query('select graphile_worker.add_job($1, $2)', ['send-message', jobs.rows[0].payload]),
  )
  await runJobs(w)
  assert.equal(w.sent.length, 1)
})

test('R3.4 G13 a message names purpose and validity', () => {
  assert.match(codeText('registration', '123456'), /注册.*24小时密码：123456，24小时内有效/)
  assert.match(codeText('sign-in', '123456'), /登录.*24小时内可重复使用/)
  assert.match(codeText('phone-change', '123456'), /修改手机号/)
  assert.match(codeText('export', '123456'), /10分钟/)
  assert.match(messageText('objection-answered', {}), /异议已有答复/)
  assert.match(messageText('verification-refused', {}), /未通过原件核对/)
  assert.match(messageText('verification-cancelled', {}), /原件核对已被窗口取消/)
})

test('R12.2 the demo outbox shows what was sent and keeps it sealed; production has none', async (t) => {
  const w = await world(t)
  const gateway = demoGateway(w.ctx.db, w.ctx.keys)
  await gateway.send(message)
  await gateway.send(message)
  const { messages } = (await browserIn(w).call(demoOutbox)).json()
  assert.deepEqual(
    messages.map(({ id, mobile, text }: { id: string; mobile: string; text: string }) => [id, mobile, text]),
    [[message.messageId, message.mobile, message.text]],
  )
  const rows = await w.ctx.db.selectFrom('demo_outbox').selectAll().execute()
  assert.ok(!rows.some((row) => Buffer.concat([row.mobile, row.body]).includes(message.mobile)))
  const production = await world(t, { mode: 'production' })
  assert.equal((await browserIn(production).call(demoOutbox)).statusCode, 404)
})

test('R3.4 what is over is cleaned up, codes seven days after their end', async (t) => {
  const w = await world(t)
  const { personId } = await givenRegistered(w)
  const count = async () => {
    const { rows } = await withOwner(w, (client) =>
      client.query(
        `select (select count(*) from captcha) + (select count(*) from registration_attempt)
                           + (select count(*) from session where person_id = $1) as others,
                           (select count(*) from sms_code) as codes`,
        [personId],
      ),
    )
    return [Number(rows[0].others), Number(rows[0].codes)]
  }
  const age = (interval: string) =>
    withOwner(w, async (client) => {
      for (const table of ['captcha', 'registration_attempt', 'session', 'sms_code'])
        await client.query(`update ${table} set expires_at = clock_timestamp() - $1::interval`, [interval])
    })
  await cleanUp(w.ctx)
  assert.deepEqual(await count(), [3, 1])
  await age('6 days')
  await cleanUp(w.ctx)
  assert.deepEqual(await count(), [0, 1])
  await age('8 days')
  await cleanUp(w.ctx)
  assert.deepEqual(await count(), [0, 0])
})
