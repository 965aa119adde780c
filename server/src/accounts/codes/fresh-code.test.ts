import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askFreshCode } from '@zhuji/contract/fresh-codes.ts'
import type { FreshCodePurpose } from '@zhuji/domain/dynamic-password.ts'
import { browserIn, codeOf } from '../../../test/browser.ts'
import { meeting } from '../../../test/meeting.ts'
import { withOwner } from '../../../test/owner.ts'
import { givenPerson } from '../../../test/people.ts'
import { givenRegistered, lastCode, newMobile, type Registered, runJobs } from '../../../test/registering.ts'
import { another, rest } from '../../../test/signing-in.ts'
import { press, signedIn, type World, world } from '../../../test/world.ts'
import { type Actor, systemActor, withActor } from '../../platform/actor.ts'
import { RefusedError } from '../../platform/refused-error.ts'
import { blindIndex } from '../../platform/sealing.ts'
import { spendFreshCode } from './spend-fresh-code.ts'

interface Asker extends Registered {
  w: World
  ask(purpose: FreshCodePurpose): ReturnType<typeof press>
  /** Asks and reads the message. */
  code(purpose: FreshCodePurpose): Promise<string>
  /** Spends; gives the refusal's code, or null. */
  spend(digits: string, purpose?: FreshCodePurpose, origin?: string): Promise<string | null>
  /** How often the work that the code stood before was done. */
  done(): number
}

async function asker(w: World): Promise<Asker> {
  const person = await givenRegistered(w)
  await rest(w)
  const { personId, mobile } = person
  let done = 0
  const actor: Actor = { ...systemActor(), role: 'practitioner', id: personId }
  const ask = (purpose: FreshCodePurpose) => {
    const url = askFreshCode.path.replace(':personId', personId)
    return press(w.app, person.browser.cookies, { method: 'POST', url, payload: { purpose } })
  }
  return {
    ...person,
    w,
    ask,
    async code(purpose) {
      const answer = await ask(purpose)
      assert.equal(answer.statusCode, 202, answer.body)
      await runJobs(w)
      await w.ctx.db.deleteFrom('allowance').where('key', 'like', 'code-minute%').execute()
      return lastCode(w, mobile)
    },
    async spend(digits, purpose = 'export', origin = 'one') {
      try {
        await spendFreshCode(w.ctx, { ...actor, origin }, { personId, purpose, digits }, async () => {
          done += 1
        })
        return null
      } catch (error) {
        if (error instanceof RefusedError) return error.refusal.code
        throw error
      }
    },
    done: () => done,
  }
}

test('R3.4 a fresh code goes to the bound mobile, names its act, and works once', async (t) => {
  const person = await asker(await world(t))
  const { w, mobile } = person
  const answer = await person.ask('export')
  assert.equal(answer.statusCode, 202)
  assert.ok(!answer.body.includes(mobile) && answer.json().mobile.endsWith(mobile.slice(-1)))
  await runJobs(w)
  assert.match(w.sent.at(-1)?.text ?? '', /导出.*10分钟内有效，仅可使用一次/)
  const digits = lastCode(w, mobile)
  assert.equal(await person.spend(digits), null)
  assert.equal(await person.spend(digits), 'code-wrong')
  assert.equal(person.done(), 1)
})

test('R3.4 a code of one act is none of another', async (t) => {
  const person = await asker(await world(t))
  const signature = await person.code('signature')
  assert.equal(await person.spend(signature, 'export'), 'code-wrong')
  assert.equal(await person.spend(signature, 'signature'), null)
  assert.equal(person.done(), 1)
})

test('R3.4 a newer code replaces the older one, and ten minutes end it', async (t) => {
  const person = await asker(await world(t))
  const older = await person.code('export')
  const newer = await person.code('export')
  if (older !== newer) assert.equal(await person.spend(older), 'code-wrong')
  const { rows } = await withOwner(person.w, (client) =>
    client.query(`select extract(epoch from expires_at - created_at)::int as seconds from sms_code
                   where purpose = 'export' and voided_at is null`),
  )
  assert.deepEqual(rows, [{ seconds: 600 }])
  await withOwner(person.w, (client) =>
    client.query(`update sms_code set expires_at = clock_timestamp() - interval '1 second'`),
  )
  assert.equal(await person.spend(newer), 'code-wrong')
  assert.equal(person.done(), 0)
})

test('R3.4 R6.10 of six requests with one code a single one works (lock: sms-code)', async (t) => {
  const person = await asker(await world(t))
  const digits = await person.code('export')
  const answers = await meeting(
    person.w,
    ['select from sms_code where person_id = $1 for update', [person.personId]],
    Array.from({ length: 6 }, (_, at) => () => person.spend(digits, 'export', String(at))),
  )
  assert.deepEqual(answers.filter((code) => code === null).length, 1)
  assert.equal(person.done(), 1)
})

test('R3.4 wrong tries count though nothing else is kept: five lock an origin, fifteen void the code', async (t) => {
  const person = await asker(await world(t))
  const digits = await person.code('export')
  const wrong = another(digits)
  for (let tries = 0; tries < 5; tries += 1) assert.equal(await person.spend(wrong), 'code-wrong')
  assert.equal(await person.spend(digits), 'too-many-tries')
  for (let tries = 5; tries < 15; tries += 1)
    assert.equal(await person.spend(wrong, 'export', `origin ${tries}`), 'code-wrong')
  assert.equal(await person.spend(digits, 'export', 'unseen'), 'code-wrong')
  assert.equal(person.done(), 0)
})

test('R3.4 where the act fails the code is not spent', async (t) => {
  const person = await asker(await world(t))
  const digits = await person.code('export')
  const actor: Actor = { ...systemActor(), role: 'practitioner', id: person.personId }
  const given = { personId: person.personId, purpose: 'export', digits } as const
  await assert.rejects(
    spendFreshCode(person.w.ctx, actor, given, async () => {
      throw new Error('the act failed')
    }),
    /the act failed/,
  )
  assert.equal(await person.spend(digits), null)
})

test('R3.4 R3.8 a code to a number that is no longer bound proves nothing', async (t) => {
  const person = await asker(await world(t))
  const { w, personId } = person
  const digits = await person.code('export')
  const { index } = blindIndex(w.ctx.keys, 'mobile', newMobile())
  await withOwner(w, (client) =>
    client.query('update phone_binding set blind_index = $1 where person_id = $2', [index, personId]),
  )
  assert.equal(await person.spend(digits), 'code-wrong')
})

test('R3.4 one code a minute to the mobile, and none without a bound one', async (t) => {
  const person = await asker(await world(t))
  const { w } = person
  assert.equal((await person.ask('export')).statusCode, 202)
  assert.equal(codeOf(await person.ask('signature')), '429 too-many-codes')
  const { personId } = await givenPerson(w)
  const url = askFreshCode.path.replace(':personId', personId)
  const payload = { purpose: 'export' }
  const unbound = await press(w.app, await signedIn(w, personId), { method: 'POST', url, payload })
  assert.equal(codeOf(unbound), '409 no-mobile-bound')
  const others = await press(w.app, person.browser.cookies, { method: 'POST', url, payload })
  assert.equal(codeOf(others), '404 not-found')
  const stranger = await press(w.app, browserIn(w).cookies, { method: 'POST', url, payload })
  assert.equal(codeOf(stranger), '401 sign-in-required')
})

test('R3.4 without a bound mobile a code opens nothing', async (t) => {
  const person = await asker(await world(t))
  const digits = await person.code('export')
  await withActor(person.w.ctx, systemActor(), async (tx) => {
    await tx.deleteFrom('phone_binding').where('person_id', '=', person.personId).execute()
  })
  assert.equal(await person.spend(digits), 'no-mobile-bound')
})
