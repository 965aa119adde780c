import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { givenReader, layCard } from '../../test/people.ts'
import { givenHolder } from '../../test/records.ts'
import { printedForm, scanned, signing, write } from '../../test/signature-forms.ts'
import {
  formCodeOf,
  givenUpload,
  seeThem,
  sendForm,
  signatureUrl,
  signedForm,
} from '../../test/signatures.ts'
import { givenClerk } from '../../test/windows.ts'
import { givenStaff, press, world } from '../../test/world.ts'
import { localFiles } from '../platform/files.ts'

test('R10.1 R10.2 G62 the signed form is kept whole, its signature cut out, until the person says it is theirs', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  assert.deepEqual((await seeThem(w, holder)).json(), { signatures: [] })
  const sent = await scanned(await signedForm(w, holder))
  const answer = await sendForm(w, holder, sent)
  assert.equal(answer.statusCode, 201, answer.body)
  const { signature, removed, warnings } = answer.json()
  assert.deepEqual([signature.state, signature.filedAt, removed, warnings], ['to-confirm', null, [], []])
  assert.deepEqual(signature.scan, { bytes: sent.length, width: 1240, height: 1754, dpi: 150 })
  assert.deepEqual((await seeThem(w, holder)).json(), { signatures: [signature] })

  const read = (which: string) =>
    press(w.app, holder.cookies, { url: signatureUrl(holder, `/${signature.id}/${which}`) })
  const [scan, cutOut] = [await read('form-scan'), await read('cut-out')]
  assert.deepEqual(scan.rawPayload, sent)
  assert.deepEqual(cutOut.rawPayload.subarray(0, 4), Buffer.from([0x89, 0x50, 0x4e, 0x47]))
  for (const [picture, type] of [
    [scan, 'image/jpeg'],
    [cutOut, 'image/png'],
  ] as const) {
    assert.equal(picture.headers['content-type'], type)
    assert.equal(picture.headers['x-content-type-options'], 'nosniff')
    assert.equal(picture.headers['cache-control'], 'private, no-store')
    assert.match(String(picture.headers['content-security-policy']), /^sandbox/)
  }
})

test('R10.2 nothing but the person’s own session reads a signature or sends one', async (t) => {
  const w = await world(t)
  const [holder, other, clerk] = [await givenHolder(w), await givenHolder(w), await givenClerk(w)]
  const { id } = await givenUpload(w, holder)
  const staff = await Promise.all(
    (['enterprise', 'reviewer', 'administrator'] as const).map((role) => givenStaff(w, clerk.office, role)),
  )
  for (const cookies of [other.cookies, clerk.cookies, ...staff.map((one) => one.cookies), {}])
    for (const [method, rest] of [
      ['GET', ''],
      ['GET', `/${id}/cut-out`],
      ['GET', `/${id}/form-scan`],
      ['POST', `/${id}/filing`],
    ] as const) {
      const payload = method === 'POST' ? { code: '123456' } : undefined
      const answer = await press(w.app, cookies, {
        method,
        url: signatureUrl(holder, rest),
        ...(payload && { payload }),
      })
      assert.ok([401, 403, 404].includes(answer.statusCode), `${rest}: ${answer.statusCode}`)
    }
  // Under one's own address another's signature is not there either.
  const borrowed = await press(w.app, other.cookies, { url: signatureUrl(other, `/${id}/cut-out`) })
  assert.equal(borrowed.statusCode, 404)
})

test('R10.2 another person’s form is refused and nobody is told whose it is', async (t) => {
  const w = await world(t)
  const [holder, other] = [await givenHolder(w), await givenHolder(w)]
  const foreign = await sendForm(w, holder, await scanned(await signedForm(w, other), { dpi: 100 }))
  assert.equal(foreign.statusCode, 422)
  const { code, details } = foreign.json()
  assert.deepEqual([code, details], ['signature-form-foreign', { code: 'signature-form-foreign' }])
  const forged = write(printedForm(`ZJ1${'0'.repeat(42)}`), signing)
  const refused = await sendForm(w, holder, await scanned(forged, { dpi: 100 }))
  assert.equal(refused.json().code, 'signature-form-foreign')
  assert.deepEqual((await seeThem(w, holder)).json().signatures, [])
})

const refusals: [string, (code: string) => Promise<Buffer>, string, object][] = [
  [
    'R10.2 without its code',
    () => scanned(write(printedForm(null), signing), { dpi: 100 }),
    'signature-code-missing',
    {},
  ],
  [
    'R10.2 with two of its marks covered',
    (code) => scanned(write(printedForm(code, ['ZJSF1A', 'ZJSF1B']), signing), { dpi: 100 }),
    'signature-marks-missing',
    { found: 2, needed: 3 },
  ],
  ['G62 that nobody signed', (code) => scanned(printedForm(code), { dpi: 100 }), 'signature-empty', {}],
]
for (const [what, make, code, facts] of refusals)
  test(`${what} a form is refused in its own words and nothing is kept`, async (t) => {
    const w = await world(t)
    const kept: string[] = []
    const put = localFiles('/nowhere')
    w.ctx.files = { ...put, put: async (key) => void kept.push(key) }
    const holder = await givenHolder(w)
    const answer = await sendForm(w, holder, await make(await formCodeOf(w, holder)))
    assert.deepEqual([answer.statusCode, answer.json().details], [422, { code, ...facts }])
    assert.deepEqual(kept, [])
  })

const densities: [number, string[]][] = [
  [96, ['density-range']],
  [99, ['density-range']],
  [100, []],
  [200, []],
  [201, ['density-range']],
]
for (const [dpi, failed] of densities)
  test(`R5.2 R5.3 G134 a form at ${dpi} dpi is ${failed.length ? 'refused, whatever certificates may have' : 'taken'}`, async (t) => {
    const w = await world(t)
    const holder = await givenHolder(w)
    const bytes = await scanned(await signedForm(w, holder), { dpi: 130, statedDpi: dpi })
    const answer = await sendForm(w, holder, bytes)
    if (failed.length === 0) return assert.equal(answer.statusCode, 201, answer.body)
    assert.deepEqual([answer.statusCode, answer.json().code], [422, 'scan-refused'])
    const { checks } = answer.json().details as { checks: { rule: string; outcome: string; facts: object }[] }
    const range = checks.find(({ outcome }) => outcome === 'failed')
    assert.deepEqual(range, {
      rule: 'density-range',
      outcome: 'failed',
      facts: { xDpi: dpi, yDpi: dpi, min: 100, max: 200 },
    })
  })

test('R5.2 one megabyte is allowed and not a byte more; what need not be there is cut', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const bytes = await scanned(await signedForm(w, holder), { dpi: 100 })
  const filled = (size: number) => Buffer.concat([bytes, Buffer.alloc(size - bytes.length)])
  const most = await sendForm(w, holder, filled(1_048_576))
  assert.equal(most.statusCode, 201, most.body)
  assert.deepEqual(most.json().removed, ['trailing-bytes'])
  assert.equal(most.json().signature.scan.bytes, bytes.length)
  const over = await sendForm(w, holder, filled(1_048_577))
  const failed = over.json().details.checks.filter(({ outcome }: { outcome: string }) => outcome === 'failed')
  assert.deepEqual(failed, [
    { rule: 'size', outcome: 'failed', facts: { bytes: 1_048_577, maxBytes: 1_048_576 } },
  ])
})

test('R5.3 no JPEG, no form: a PNG by another name is refused from its bytes', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const png = await sharp({ create: { width: 90, height: 90, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  const answer = await sendForm(w, holder, png)
  assert.deepEqual([answer.statusCode, answer.json().code], [422, 'scan-refused'])
})

test('G63 R10.1 the form says name and number as on the card and stays the same until the card changes', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const print = () =>
    press(w.app, holder.cookies, {
      method: 'POST',
      url: `/api/persons/${holder.personId}/signature-form`,
    })
  const first = (await print()).json()
  assert.deepEqual(
    [first.name, first.documentKind, first.number],
    [holder.facts.name, 'citizen', holder.facts.number],
  )
  assert.ok(!first.code.includes(holder.facts.number.slice(6)))
  assert.deepEqual((await print()).json(), first)

  await layCard(w, await givenReader(w), { ...holder.facts, name: '测试乙' })
  const renewed = (await print()).json()
  assert.equal(renewed.name, '测试乙')
  assert.notEqual(renewed.code, first.code)
  // The form that was printed before is the person's as well.
  const before = await sendForm(
    w,
    holder,
    await scanned(write(printedForm(first.code), signing), { dpi: 100 }),
  )
  assert.equal(before.statusCode, 201, before.body)
})

test('R12.2 R5.6 the two pictures lie encrypted, under names that tell nothing, and the audit names the act', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const { id } = await givenUpload(w, holder)
  const row = await w.ctx.db.selectFrom('signature').selectAll().executeTakeFirstOrThrow()
  for (const blob of [row.scan_blob, row.cut_out_blob]) {
    const sealed = await w.ctx.files.get(blob)
    assert.equal(sealed[0], 1)
    assert.ok(!sealed.includes('JFIF') && !sealed.includes('IHDR'))
  }
  const entry = await w.ctx.db
    .selectFrom('audit_entry')
    .select(['id', 'person_id', 'object_id', 'details'])
    .where('act', '=', 'upload-signature')
    .executeTakeFirst()
  assert.deepEqual(entry, { id: row.audit_id, person_id: holder.personId, object_id: id, details: {} })
})

test('an upload costs six statements, a look at the list and at a picture one, besides the session', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const bytes = await scanned(await signedForm(w, holder), { dpi: 100 })
  w.statements()
  const { id } = (await sendForm(w, holder, bytes)).json().signature
  const uploaded = w.statements()
  await seeThem(w, holder)
  const seen = w.statements()
  await press(w.app, holder.cookies, { url: signatureUrl(holder, `/${id}/cut-out`) })
  assert.deepEqual([uploaded.length, seen.length, w.statements().length], [7, 2, 2], uploaded.join('\n'))
})
