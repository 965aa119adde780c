import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type AccessView, readAccesses } from '@zhuji/contract/accesses.ts'
import { findPerson } from '@zhuji/contract/verification.ts'
import { accessActs, accessReasons } from '@zhuji/domain/accesses.ts'
import { browserIn, codeOf } from '../../test/browser.ts'
import { withOwner } from '../../test/owner.ts'
import { givenHolder, type Holder } from '../../test/records.ts'
import { claimedBatch } from '../../test/walls.ts'
import { givenClerk, givenVerifiedRecord } from '../../test/windows.ts'
import { press, type World, world } from '../../test/world.ts'
import { type Actor, systemActor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import { newId } from '../platform/ids.ts'
import { RefusedError } from '../platform/refused-error.ts'
import { askDelay, delayDisclosure } from './delay-disclosure.ts'

const urlOf = (personId: string, before?: string | null) =>
  readAccesses.path.replace(':personId', personId) + (before ? `?before=${before}` : '')

async function timeline(w: World, holder: Holder): Promise<AccessView[]> {
  const answer = await press(w.app, holder.cookies, { method: 'GET', url: urlOf(holder.personId) })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().accesses
}

test('R12.1 a person sees office, role, reason and act of every look and change, never a name', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  await givenVerifiedRecord(w, clerk, holder)
  w.statements()
  const answer = await press(w.app, holder.cookies, { method: 'GET', url: urlOf(holder.personId) })
  assert.equal(w.statements().length, 2, 'the session’s and one')
  const { accesses, next } = answer.json()
  assert.equal(next, null)
  assert.deepEqual(
    accesses.map(({ act, role, office, reason }: AccessView) => [act, role, office, reason]),
    [
      ['verify-original', 'clerk', clerk.office.departmentName, 'original-verification'],
      ['read-scan', 'clerk', clerk.office.departmentName, 'original-verification'],
      ['upload-card-read', 'clerk', clerk.office.departmentName, 'card-read'],
    ],
  )
  assert.ok(!answer.body.includes('测试窗口人员') && !answer.body.includes(clerk.staffId))
})

test('R12.1 one’s own reading leaves no line, and nobody else’s timeline can be read', async (t) => {
  const w = await world(t)
  const [holder, other] = [await givenHolder(w), await givenHolder(w)]
  const before = await timeline(w, holder)
  assert.deepEqual(await timeline(w, holder), before)
  const { staffId: _, cookies } = await givenClerk(w)
  for (const [who, told] of [
    [other.cookies, '404 not-found'],
    [cookies, '403 not-allowed'],
    [browserIn(w).cookies, '401 sign-in-required'],
  ] as const)
    assert.equal(codeOf(await press(w.app, who, { method: 'GET', url: urlOf(holder.personId) })), told)
})

test('R12.1 the timeline is read in pages by key, each line once', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  // In one transaction, so that many lines have one instant's neighbours and none its order by chance.
  await withOwner(w, (client) =>
    client.query(
      `insert into access_entry (person_id, id, audit_id, office, role, reason, act, at)
       select $1, gen_random_uuid(), gen_random_uuid(), null, 'clerk', 'original-verification', 'read-scan',
              now() + make_interval(secs => n / 3) from generate_series(1, 230) n`,
      [holder.personId],
    ),
  )
  const seen: AccessView[] = []
  const lengths: number[] = []
  let next: string | null = null
  do {
    const answer = await press(w.app, holder.cookies, { method: 'GET', url: urlOf(holder.personId, next) })
    assert.equal(answer.statusCode, 200, answer.body)
    const page: { accesses: AccessView[]; next: string | null } = answer.json()
    seen.push(...page.accesses)
    lengths.push(page.accesses.length)
    next = page.next
  } while (next)
  assert.deepEqual(lengths, [100, 100, 31])
  assert.equal(new Set(seen.map(({ id }) => id)).size, 231)
  assert.deepEqual(
    seen.map(({ at }) => at),
    seen
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  )
})

test('R12.1 R11.1 what feeds wrote is told by source and day, once a batch', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const [first, second] = [newId(), newId()]
  await withOwner(w, async (client) => {
    for (const [id, day] of [
      [first, '2026-07-01'],
      [second, '2026-08-01'],
    ]) {
      await client.query(claimedBatch, [id, 'test', day])
      await client.query('update feed_batch set received_at = $2::date where id = $1', [id, day])
      for (const month of ['2026-05-01', '2026-06-01'])
        await client.query(
          `insert into social_security values ($1, $2::text || $3, $3::date, '测试单位', null, true, $2::uuid)`,
          [holder.personId, id, month],
        )
    }
  })
  const fed = (await timeline(w, holder)).filter(({ act }) => act === 'feed-records')
  assert.deepEqual(
    fed.map(({ id, source, role }) => [id, source, role]),
    [
      [second, 'test', 'system'],
      [first, 'test', 'system'],
    ],
  )
})

/** Two members of staff, and a look of the first for a complaint. */
async function complaint(w: World) {
  const holder = await givenHolder(w)
  const [one, two] = [await givenClerk(w), await givenClerk(w)]
  const actor = ({ staffId }: { staffId: string }): Actor => ({
    ...systemActor(),
    role: 'clerk',
    id: staffId,
    officeName: '测试区受理中心',
  })
  const auditId = newId()
  const look = (reason: string, id: string) =>
    withActor(w.ctx, actor(one), async (tx) =>
      recordAudit(w.ctx, tx, actor(one), {
        id,
        act: 'read-record-history',
        personId: holder.personId,
        timeline: { reason },
      }),
    )
  const of = { personId: holder.personId, auditId }
  return { holder, one: actor(one), two: actor(two), auditId, look, of }
}

const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof RefusedError) return `${error.status} ${error.refusal.code}`
      throw error
    },
  )

test('R12.1 a look for a complaint is shown from the day that a second person set', async (t) => {
  let today = '2026-09-01'
  const w = await world(t, { today: () => today })
  const { holder, one, two, auditId, look, of } = await complaint(w)
  await askDelay(w.ctx, one, { ...of, matter: 'T2026090100001' })
  await look('complaint', auditId)
  const looks = async () => (await timeline(w, holder)).filter(({ reason }) => reason === 'complaint')
  assert.equal((await looks()).length, 1, 'asking alone hides nothing')
  const shownFrom = '2026-10-01'
  assert.equal(
    await refusalOf(delayDisclosure(w.ctx, one, { ...of, shownFrom })),
    '409 delay-needs-second-person',
  )
  assert.equal(
    await refusalOf(delayDisclosure(w.ctx, two, { ...of, shownFrom: today })),
    '422 delay-date-impossible',
  )
  assert.equal(
    await refusalOf(delayDisclosure(w.ctx, two, { ...of, auditId: newId(), shownFrom })),
    '404 not-found',
  )
  await delayDisclosure(w.ctx, two, { ...of, shownFrom })
  assert.equal(await refusalOf(delayDisclosure(w.ctx, two, { ...of, shownFrom })), '409 delay-already-set')
  assert.deepEqual(await looks(), [])
  today = '2026-09-30'
  assert.deepEqual(await looks(), [])
  today = shownFrom
  assert.deepEqual(
    (await looks()).map((access) => access.shownFrom),
    [shownFrom],
  )
})

test('R12.1 nothing but a look for a complaint is ever kept back', async (t) => {
  const w = await world(t)
  const { holder, one, two, auditId, look, of } = await complaint(w)
  await askDelay(w.ctx, one, { ...of, matter: 'T2026090100001' })
  await delayDisclosure(w.ctx, two, { ...of, shownFrom: '2026-10-01' })
  await look('original-verification', auditId)
  const seen = await timeline(w, holder)
  assert.equal(seen.filter(({ act }) => act === 'read-record-history').length, 1)
})

test('R12.1 R6.10 of five dates set at once one stands, and the database knows who may set it', async (t) => {
  const w = await world(t)
  const { holder, one, two, of } = await complaint(w)
  await askDelay(w.ctx, one, { ...of, matter: 'T2026090100001' })
  const told = await Promise.all(
    ['02', '03', '04', '05', '06'].map((day) =>
      refusalOf(delayDisclosure(w.ctx, two, { ...of, shownFrom: `2026-10-${day}` })),
    ),
  )
  assert.deepEqual(told.toSorted(), [...Array.from({ length: 4 }, () => '409 delay-already-set'), 'done'])
  await assert.rejects(
    withActor(w.ctx, one, async (tx) => {
      const row = { person_id: holder.personId, audit_id: newId(), asked_by: one.id ?? '' }
      await tx
        .insertInto('access_delay_request')
        .values({ ...row, matter: 'x' })
        .execute()
      await tx
        .insertInto('access_delay')
        .values({ ...row, set_by: one.id ?? '', shown_from: '2026-10-01' })
        .execute()
    }),
    { code: '23514' },
  )
})

// What is written into timelines: the act and the reason of every audited act with a line of its own.
const sources = globSync('**/*.ts', { cwd: join(import.meta.dirname, '..') })
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => readFileSync(join(import.meta.dirname, '..', file), 'utf8'))
const written = sources.flatMap((text) =>
  text
    .split(/(?=\bact: ')/)
    .filter((piece) => piece.startsWith('act: '))
    .map((piece) => ({
      act: /^act: '([^']+)'/.exec(piece)?.[1] ?? '',
      reason: /timeline: \{ reason: (?:'([^']+)'|search\.reason)/.exec(piece),
    })),
)

test('R12.1 every act and every reason of a timeline has its words, and no words are left over', () => {
  const told = written.filter(({ reason }) => reason)
  assert.ok(told.length > 10)
  const lines = sources.join('').match(/timeline: \{/g) ?? []
  assert.equal(lines.length, told.length, 'a line whose act or reason cannot be read from the source')
  const ofSearch = findPerson.body.shape.reason.options
  const reasons = new Set([...told.flatMap(({ reason }) => reason?.[1] ?? []), ...ofSearch])
  const acts = new Set(told.map(({ act }) => act))
  assert.deepEqual([...acts, 'feed-records'].toSorted(), Object.keys(accessActs).toSorted())
  assert.deepEqual([...reasons, 'complaint', 'feed'].toSorted(), Object.keys(accessReasons).toSorted())
})
