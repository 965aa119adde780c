import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askFreshCode } from '@zhuji/contract/fresh-codes.ts'
import { meeting } from '../../test/meeting.ts'
import type { Holder } from '../../test/records.ts'
import { givenRegistered, lastCode, runJobs } from '../../test/registering.ts'
import { scanned } from '../../test/signature-forms.ts'
import {
  fileIt,
  givenFiling,
  givenUpload,
  seeThem,
  sendForm,
  signatureUrl,
  signedForm,
} from '../../test/signatures.ts'
import { another, rest } from '../../test/signing-in.ts'
import { asApp, refusalOf } from '../../test/walls.ts'
import { press, type World, world } from '../../test/world.ts'

/** A registered person, and how they get a fresh code for their signature. */
async function signer(w: World): Promise<{ holder: Holder; freshCode(): Promise<string> }> {
  const { personId, facts, browser, mobile } = await givenRegistered(w)
  const holder = { personId, facts, cookies: browser.cookies }
  return {
    holder,
    async freshCode() {
      await rest(w)
      const url = askFreshCode.path.replace(':personId', personId)
      const payload = { purpose: 'signature' }
      const answer = await press(w.app, browser.cookies, { method: 'POST', url, payload })
      assert.equal(answer.statusCode, 202, answer.body)
      await runJobs(w)
      return lastCode(w, mobile)
    },
  }
}

const profile = (w: World, { personId, cookies }: Holder, tag?: string) =>
  press(w.app, cookies, {
    url: `/api/persons/${personId}/profile`,
    ...(tag && { headers: { 'if-none-match': tag } }),
  })

const statesOf = async (w: World, holder: Holder): Promise<string[]> =>
  (await seeThem(w, holder)).json().signatures.map(({ state }: { state: string }) => state)

test('R10.3 R3.4 the person confirms the cut-out with a fresh code: it is filed, and the profile tells so', async (t) => {
  const w = await world(t)
  const { holder, freshCode } = await signer(w)
  const before = await profile(w, holder)
  assert.equal(before.json().signature, 'none')
  const { id } = await givenUpload(w, holder)
  const waiting = await profile(w, holder, String(before.headers.etag))
  assert.equal(waiting.json().signature, 'to-confirm')

  const code = await freshCode()
  const wrong = await fileIt(w, holder, id, another(code))
  assert.deepEqual([wrong.statusCode, wrong.json().code], [422, 'code-wrong'])
  assert.deepEqual(await statesOf(w, holder), ['to-confirm'])
  const answer = await fileIt(w, holder, id, code)
  assert.equal(answer.statusCode, 201, answer.body)
  assert.equal(answer.json().state, 'filed')
  assert.deepEqual((await seeThem(w, holder)).json().signatures, [answer.json()])
  const filed = await profile(w, holder, String(waiting.headers.etag))
  assert.equal(filed.json().signature, 'filed')
  const entry = await w.ctx.db
    .selectFrom('audit_entry')
    .select(['person_id', 'object_id', 'actor_id'])
    .where('act', '=', 'file-signature')
    .execute()
  assert.deepEqual(entry, [{ person_id: holder.personId, object_id: id, actor_id: holder.personId }])
})

test('R10.3 a new signature supersedes, the old ones stay and are shown; what was never confirmed is replaced', async (t) => {
  const w = await world(t)
  const { holder, freshCode } = await signer(w)
  const first = await givenUpload(w, holder)
  await fileIt(w, holder, first.id, await freshCode())
  const second = await givenUpload(w, holder)
  const third = await givenUpload(w, holder)
  assert.deepEqual(await statesOf(w, holder), ['to-confirm', 'replaced', 'filed'])
  assert.equal((await profile(w, holder)).json().signature, 'filed')
  await fileIt(w, holder, third.id, await freshCode())
  assert.deepEqual(await statesOf(w, holder), ['filed', 'replaced', 'superseded'])
  for (const { id } of [first, second, third]) {
    const picture = await press(w.app, holder.cookies, { url: signatureUrl(holder, `/${id}/cut-out`) })
    assert.equal(picture.statusCode, 200)
  }
})

test('R10.3 only the newest upload can be confirmed, and once; a page that lags behind costs no code', async (t) => {
  const w = await world(t)
  const { holder, freshCode } = await signer(w)
  const older = await givenUpload(w, holder)
  const newer = await givenUpload(w, holder)
  const code = await freshCode()
  const late = await fileIt(w, holder, older.id, code)
  assert.deepEqual([late.statusCode, late.json().code], [409, 'signature-replaced'])
  const unknown = await fileIt(w, holder, holder.personId, code)
  assert.equal(unknown.statusCode, 404)
  assert.equal((await fileIt(w, holder, newer.id, code)).statusCode, 201)
  const again = await fileIt(w, holder, newer.id, code)
  assert.deepEqual([again.statusCode, again.json().code], [409, 'signature-filed'])
})

test('R6.10 R10.3 confirmed twice at once it is filed once', async (t) => {
  const w = await world(t)
  const { holder, freshCode } = await signer(w)
  const { id } = await givenUpload(w, holder)
  const code = await freshCode()
  const answers = await Promise.all([1, 2, 3].map(() => fileIt(w, holder, id, code)))
  assert.equal(answers.filter((answer) => answer.statusCode === 201).length, 1)
  assert.ok(answers.every((answer) => [201, 409, 422].includes(answer.statusCode)))
  assert.equal((await w.ctx.db.selectFrom('signature_filing').selectAll().execute()).length, 1)
})

const lockPerson = ({ personId }: Holder) =>
  ['select from person where person_id = $1 for update', [personId]] as const

test('R6.10 two uploads at once come one after the other (lock: signatures)', async (t) => {
  const w = await world(t)
  const { holder } = await signer(w)
  const bytes = await scanned(await signedForm(w, holder), { dpi: 100 })
  const send = () => sendForm(w, holder, bytes)
  const answers = await meeting(w, lockPerson(holder), [send, send])
  assert.deepEqual(
    answers.map((answer) => answer.statusCode),
    [201, 201],
  )
  assert.deepEqual(await statesOf(w, holder), ['to-confirm', 'replaced'])
})

test('R6.10 R10.3 an upload comes before a confirmation of the one before: that is no longer filed (lock: signatures)', async (t) => {
  const w = await world(t)
  const { holder, freshCode } = await signer(w)
  const { id } = await givenUpload(w, holder)
  const code = await freshCode()
  const bytes = await scanned(await signedForm(w, holder), { dpi: 100 })
  const [uploaded, filed] = await meeting(w, lockPerson(holder), [
    () => sendForm(w, holder, bytes),
    () => fileIt(w, holder, id, code),
  ])
  assert.equal(uploaded?.statusCode, 201)
  assert.deepEqual([filed?.statusCode, filed?.json().code], [409, 'signature-replaced'])
})

test('R6.10 first printed by many at once there is one form (lock: signature-form)', async (t) => {
  const w = await world(t)
  const { holder } = await signer(w)
  const url = `/api/persons/${holder.personId}/signature-form`
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => press(w.app, holder.cookies, { method: 'POST', url })),
  )
  assert.deepEqual(
    answers.map((answer) => answer.statusCode),
    Array(6).fill(200),
  )
  assert.equal(new Set(answers.map((answer) => answer.json().code)).size, 1)
})

test('R10.3 the application can neither change nor delete a signature, a filing or a form, nor say when it was', async (t) => {
  const w = await world(t)
  const { holder } = await signer(w)
  const { id } = await givenUpload(w, holder)
  await givenFiling(w, holder, id)
  await asApp(w, async (client) => {
    for (const table of ['signature', 'signature_filing', 'signature_form']) {
      assert.equal(await refusalOf(client, `delete from ${table}`), '42501')
      assert.equal(await refusalOf(client, `update ${table} set person_id = person_id`), '42501')
    }
    const dated = `insert into signature_filing (person_id, signature_id, audit_id, at)
                   values ($1, $2, $2, '2020-01-01')`
    assert.equal(await refusalOf(client, dated, [holder.personId, id]), '42501')
  })
})
