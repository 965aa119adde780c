import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exportFileName, exportInformation } from '@zhuji/contract/exports.ts'
import { codeOf } from '../../test/browser.ts'
import { givenExporter, informationIn, pageIn } from '../../test/exports.ts'
import { withOwner } from '../../test/owner.ts'
import { edit, education, givenHolder, givenRecord } from '../../test/records.ts'
import { runJobs } from '../../test/registering.ts'
import { another } from '../../test/signing-in.ts'
import { givenClerk, givenVerifiedRecord } from '../../test/windows.ts'
import { press, world } from '../../test/world.ts'

test('R12.4 one ZIP has the card, every version of every record, its scans, and who looked', async (t) => {
  const w = await world(t)
  const [person, clerk] = [await givenExporter(w), await givenClerk(w)]
  const draft = await givenRecord(w, person)
  await edit(w, person, draft, { school: '测试建筑大学' })
  const verified = await givenVerifiedRecord(w, clerk, person)
  const files = await person.files()
  const information = informationIn(files)
  assert.deepEqual(information.format, { name: 'zhuji.personal-information', version: 1 })
  assert.equal(information.card.number, person.facts.number)
  assert.equal(information.card.address, person.facts.address)
  assert.equal(information.mobile, person.mobile)
  const [first, second] = information.records
  assert.deepEqual(
    first.versions.map(({ change, content }: { change: string; content: { school: string } }) => [
      change,
      content.school,
    ]),
    [
      ['created', education.payload.school],
      ['edited', '测试建筑大学'],
    ],
  )
  assert.deepEqual([second.level, second.verifications[0].outcome], ['C', 'passed'])
  const scan = second.versions.at(-1).pages[0].file
  assert.match(scan, /^scans\/学历证书2_测试工业大学_第\d版第1页\.jpg$/)
  const url = `/api/persons/${person.personId}/records/${verified.id}/versions/${verified.version}/scans/1`
  const shown = await press(w.app, person.cookies, { method: 'GET', url })
  assert.deepEqual(Buffer.from(files[scan] ?? []), shown.rawPayload)
  assert.ok(information.accesses.some(({ act }: { act: string }) => act === 'verify-original'))
  assert.ok(!JSON.stringify(information).includes(clerk.staffId), 'no clerk is named')
  assert.ok(files['portrait/证件照片.wlt'])
})

test('R12.4 the page reads without script, loads nothing, and escapes what was typed', async (t) => {
  const w = await world(t)
  const person = await givenExporter(w)
  const hostile = '<img src=x onerror=alert(1)>&"\''
  await givenRecord(w, person, {
    ...education,
    payload: { ...education.payload, president: hostile, school: `${hostile}大学` },
  })
  const files = await person.files()
  const page = pageIn(files)
  assert.ok(page.startsWith('<!doctype html>') && page.includes('lang="zh-CN"'))
  assert.match(page, /Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'/)
  assert.ok(!/<img|<script|onerror=alert\(1\)>[^&]|https?:|url\(/.test(page))
  assert.ok(page.includes('&lt;img src=x onerror=alert(1)&gt;&amp;&quot;&#39;'))
  for (const part of [person.facts.number, person.facts.address ?? '', person.mobile, '学历证书', '窗口刷证'])
    assert.ok(page.includes(part), part)
  for (const name of Object.keys(files)) assert.ok(!/[<>"&\\]|\.\./.test(name), name)
})

test('R12.4 R12.1 entry, line and message are there before the data leave; the answer names nobody', async (t) => {
  const w = await world(t)
  const person = await givenExporter(w)
  const code = await person.code()
  w.statements()
  const answer = await person.export(code)
  assert.equal(answer.headers['content-type'], 'application/zip')
  assert.equal(answer.headers['content-disposition'], `attachment; filename="${exportFileName}"`)
  assert.match(String(answer.headers['cache-control']), /no-store/)
  assert.equal(exportFileName, 'my-information.zip')
  const statements = w.statements()
  assert.equal(statements.filter((sql) => /^begin/i.test(sql)).length, 1)
  assert.equal(statements.length, 15, 'begin and commit, the session’s, and twelve')
  const entries = await w.ctx.db
    .selectFrom('audit_entry')
    .select(['details', 'person_id'])
    .where('act', '=', 'export-information')
    .execute()
  assert.deepEqual(entries, [{ details: {}, person_id: person.personId }])
  await runJobs(w)
  const told = w.sent.filter(({ mobile }) => mobile === person.mobile).at(-1)?.text ?? ''
  assert.match(told, /导出/)
  const url = `/api/persons/${person.personId}/accesses`
  const { accesses } = (await press(w.app, person.cookies, { method: 'GET', url })).json()
  assert.equal(accesses[0].act, 'export-information')
})

test('R3.4 R12.4 without the right fresh code nothing leaves and nothing is told', async (t) => {
  const w = await world(t)
  const person = await givenExporter(w)
  const code = await person.code()
  assert.equal(codeOf(await person.export(another(code))), '422 code-wrong')
  assert.equal((await person.export(code)).statusCode, 200)
  assert.equal(codeOf(await person.export(code)), '422 code-wrong')
  const old = await person.code()
  await withOwner(w, (client) =>
    client.query(`update sms_code set expires_at = clock_timestamp() - interval '1 second'`),
  )
  assert.equal(codeOf(await person.export(old)), '422 code-wrong')
  assert.equal(codeOf(await person.export('')), '400 invalid-request')
  const made = await w.ctx.db
    .selectFrom('access_entry')
    .select('id')
    .where('act', '=', 'export-information')
    .execute()
  assert.equal(made.length, 1)
})

test('R12.4 R3.9 another’s data are not there, and no member of staff exports anybody', async (t) => {
  const w = await world(t)
  const [person, other, clerk] = [await givenExporter(w), await givenExporter(w), await givenClerk(w)]
  const code = await person.code()
  assert.equal(codeOf(await person.export(code, other.personId)), '404 not-found')
  const url = exportInformation.path.replace(':personId', person.personId)
  assert.equal(
    codeOf(await press(w.app, clerk.cookies, { method: 'POST', url, payload: { code } })),
    '403 not-allowed',
  )
  assert.equal(
    codeOf(await press(w.app, {}, { method: 'POST', url, payload: { code } })),
    '401 sign-in-required',
  )
})

test('R12.4 a scan that several versions share lies in the file once, and nobody else’s does', async (t) => {
  const w = await world(t)
  const [person, other, clerk] = [await givenExporter(w), await givenHolder(w), await givenClerk(w)]
  const record = await givenVerifiedRecord(w, clerk, person)
  await givenVerifiedRecord(w, clerk, other)
  const files = await person.files()
  assert.equal(Object.keys(files).filter((name) => name.startsWith('scans/')).length, 1)
  assert.equal(informationIn(files).records.length, 1)
  assert.equal(informationIn(files).records[0].id, record.id)
})
