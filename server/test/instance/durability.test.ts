import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as rest } from 'node:timers/promises'
import { addRecord, readProfile } from '@zhuji/contract/records.ts'
import { type Browserless, browserless } from '../../../e2e/browserless.ts'
import { education, readCard, register, signInClerk, uncollected } from '../../../e2e/main-job.ts'
import { ownInstance } from './own-instance.ts'

const writers = 4

test('R6.9 kill -9 of the server during writes loses nothing acknowledged', async (t) => {
  const { own, person, personId } = await registeredPerson(t)
  const kept = await writeUntil(person, personId, 40, () => own.instance.server.kill('SIGKILL'))
  await own.instance.ended
  await own.again()
  await assertKept(person, personId, kept)
})

test('R6.9 kill -9 of PostgreSQL during writes loses nothing acknowledged, and the server goes on by itself', async (t) => {
  const { own, person, personId } = await registeredPerson(t)
  const postmaster = Number(
    readFileSync(join(own.dataDir, 'postgres/pgdata/postmaster.pid'), 'utf8').split('\n')[0],
  )
  const kept = await writeUntil(person, personId, 40, () => process.kill(postmaster, 'SIGKILL'))
  await until(async () => (await fetch(`${own.instance.url}/readyz`)).ok)
  await assertKept(person, personId, kept)
})

async function registeredPerson(t: TestContext) {
  const own = await ownInstance(t)
  const clerk = browserless(own.instance.url)
  const person = browserless(own.instance.url)
  const { card, mobile } = await uncollected(clerk)
  await signInClerk(clerk)
  await readCard(own.instance, clerk, card)
  const { personId } = await register(person, card, mobile)
  return { own, person, personId }
}

/** Several writers at once; at the given acknowledgement the blow falls. Gives the ids that were acknowledged. */
async function writeUntil(
  person: Browserless,
  personId: string,
  blowAt: number,
  blow: () => void,
): Promise<string[]> {
  const acknowledged: string[] = []
  let fallen = false
  const write = async () => {
    while (!fallen) {
      const id = randomUUID()
      const answer = await person
        .call(addRecord, { params: { personId }, body: { id, declared: true, record: education } })
        .catch(() => undefined) // The blow cuts answers off: what was not acknowledged may be lost.
      if (answer) acknowledged.push(id)
      if (acknowledged.length >= blowAt && !fallen) {
        fallen = true
        blow()
      }
    }
  }
  await Promise.all(Array.from({ length: writers }, write))
  return acknowledged
}

async function assertKept(person: Browserless, personId: string, kept: readonly string[]): Promise<void> {
  assert.ok(kept.length >= 40)
  const { records } = await person.call(readProfile, { params: { personId } })
  const there = new Set(records.map((record) => record.id))
  assert.deepEqual(
    kept.filter((id) => !there.has(id)),
    [],
  )
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000
  while (!(await holds().catch(() => false))) {
    assert.ok(Date.now() < deadline, 'the database came back in time')
    await rest(50)
  }
}
