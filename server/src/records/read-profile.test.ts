import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ProfileView } from '@zhuji/contract/records.ts'
import { z } from 'zod'
import { withOwner } from '../../test/owner.ts'
import {
  edit,
  givenHolder,
  givenPhone,
  givenRecord,
  givenScannedRecord,
  givenUse,
} from '../../test/records.ts'
import { givenClerk, givenVerifiedRecord, refuse } from '../../test/windows.ts'
import { press, type World, world } from '../../test/world.ts'

const read = (w: World, holder: Awaited<ReturnType<typeof givenHolder>>, etag?: string) =>
  press(w.app, holder.cookies, {
    method: 'GET',
    url: `/api/persons/${holder.personId}/profile`,
    ...(etag && { headers: { 'if-none-match': etag } }),
  })

test('R12.2 the card is shown to its owner by the masking table', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  await givenPhone(w, holder)
  const { personId, card, records } = (await read(w, holder)).json()
  assert.equal(personId, holder.personId)
  const { name, number, validUntil } = holder.facts
  assert.deepEqual(card, { kind: 'citizen', name, number, mobile: '199****1234', validUntil })
  assert.deepEqual(records, [])
})

test('R6.1 G71 each record tells level, version, pages and who verified it', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const verified = await givenVerifiedRecord(w, clerk, holder)
  const open = await givenRecord(w, holder)
  const application = await givenUse(w, holder, open)
  const profile = (await read(w, holder)).json()
  // It is sent as the database made it: exactly the contract's form, without a field more.
  assert.deepEqual(z.strictObject(ProfileView.shape).parse(profile), profile)
  const { records } = profile
  assert.deepEqual(
    records.map((one: { id: string; level: string }) => [one.id, one.level]),
    [
      [verified.id, 'C'],
      [open.id, 'D'],
    ],
  )
  assert.deepEqual(records[0].scans, [
    { ...verified.scans[0], width: 595, height: 842, dpi: 72, shows: 'certificate' },
  ])
  assert.equal(records[0].verifiedBy, clerk.office.departmentName)
  assert.ok(Date.parse(records[0].verifiedAt) > 0)
  assert.equal(records[1].openUse, application)
})

test('R6.1 a renamed department stands under its new name in every profile that names it', async (t) => {
  const w = await world(t)
  const [holder, refused, clerk] = [await givenHolder(w), await givenHolder(w), await givenClerk(w)]
  await givenVerifiedRecord(w, clerk, holder)
  await refuse(w, clerk, refused, await givenScannedRecord(w, refused))
  const before = [await read(w, holder), await read(w, refused)]
  await withOwner(w, (owner) =>
    owner.query(`update department set name = '测试新名受理部门' where id = $1`, [clerk.office.departmentId]),
  )
  const [one, other] = [
    await read(w, holder, before[0]?.headers.etag as string),
    await read(w, refused, before[1]?.headers.etag as string),
  ]
  assert.equal(one.json().records[0].verifiedBy, '测试新名受理部门')
  assert.equal(other.json().records[0].refusal.officeName, '测试新名受理部门')
})

test('R7.5 a refusal stands beside the record until it is mended', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await givenScannedRecord(w, holder)
  await refuse(w, clerk, holder, record, ['data-differ', 'scan-unclear'])
  const [refused] = (await read(w, holder)).json().records
  assert.deepEqual(refused.refusal.reasons, ['scan-unclear', 'data-differ'])
  assert.equal(refused.refusal.officeName, clerk.office.departmentName)
  await edit(w, holder, record, { number: '7' })
  const [mended] = (await read(w, holder)).json().records
  assert.equal(mended.refusal, null)
})

test('R12.2 the profile of another is not there; a clerk may not open it', async (t) => {
  const w = await world(t)
  const [holder, other, clerk] = [await givenHolder(w), await givenHolder(w), await givenClerk(w)]
  assert.equal((await read(w, { ...holder, cookies: other.cookies })).statusCode, 404)
  assert.equal((await read(w, { ...holder, cookies: clerk.cookies })).statusCode, 403)
  assert.equal((await read(w, { ...holder, cookies: {} })).statusCode, 401)
})

test('a profile takes one statement besides the session, one more to make it, none when it is unchanged', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  for (let i = 0; i < 3; i++) await givenScannedRecord(w, holder)
  w.statements()
  const first = await read(w, holder)
  const made = w.statements()
  await read(w, holder)
  const whole = w.statements()
  const again = await read(w, holder, first.headers.etag as string)
  const unchanged = w.statements()
  assert.deepEqual([first.statusCode, first.json().records.length], [200, 3])
  assert.deepEqual([again.statusCode, again.body], [304, ''])
  assert.deepEqual([made.length, whole.length, unchanged.length], [3, 2, 1])
  assert.match(whole[1] ?? '', /set_config\('zhuji.actor'/)
})

test('R6.10 a kept profile is never older than its version, whatever is read and written at once', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const record = await givenRecord(w, holder)
  const reads = await Promise.all([
    ...Array.from({ length: 6 }, () => read(w, holder)),
    edit(w, holder, record, { number: '7' }),
    ...Array.from({ length: 6 }, () => read(w, holder)),
  ])
  const byTag = new Map<unknown, Set<unknown>>()
  for (const { headers, body } of reads.filter(({ headers }) => headers.etag))
    byTag.set(
      headers.etag,
      (byTag.get(headers.etag) ?? new Set()).add(JSON.parse(body).records[0].payload.number),
    )
  for (const numbers of byTag.values()) assert.equal(numbers.size, 1)
  assert.equal((await read(w, holder)).json().records[0].payload.number, '7')
})

test('a profile read again is the text that was kept, in as many statements', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  await givenScannedRecord(w, holder)
  const made = await read(w, holder)
  await withOwner(w, (client) =>
    client.query("update ready_profile set records = replace(records, '测试', '已存')"),
  )
  w.statements()
  const kept = await read(w, holder)
  assert.equal(w.statements().length, 2)
  assert.equal(kept.body, made.body.replaceAll('测试', '已存').replace('已存甲', '测试甲'))
  const record = kept.json().records[0]
  await edit(w, holder, record, { number: '7' })
  assert.equal((await read(w, holder)).json().records[0].payload.school, '测试工业大学')
})

test('the tag changes with each change of what is shown', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const tags = [(await read(w, holder)).headers.etag]
  const record = await givenScannedRecord(w, holder)
  tags.push((await read(w, holder)).headers.etag)
  await refuse(w, clerk, holder, record)
  tags.push((await read(w, holder)).headers.etag)
  await givenVerifiedRecord(w, clerk, holder)
  tags.push((await read(w, holder)).headers.etag)
  assert.equal(new Set(tags).size, 4)
  assert.equal((await read(w, holder, tags[0] as string)).statusCode, 200)
})
