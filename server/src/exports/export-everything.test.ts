import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenExporter, informationIn, pageIn } from '../../test/exports.ts'
import {
  contractOf,
  creditOf,
  employmentOf,
  enterpriseOf,
  feed,
  monthOf,
  numbered,
  registrationOf,
} from '../../test/feeds.ts'
import { agree } from '../../test/messages.ts'
import { withOwner } from '../../test/owner.ts'
import { givenRecord, type Holder, recordUrl } from '../../test/records.ts'
import { givenFiling, givenUpload } from '../../test/signatures.ts'
import { givenStaff, press, type World, world } from '../../test/world.ts'
import { sealPrintedForm } from '../accounts/registration/card-comparison.ts'
import { newId } from '../platform/ids.ts'
import { leftOut } from './left-out.ts'

const experience = {
  kind: 'experience',
  payload: {
    employer: '测试建筑设计研究院有限公司',
    from: '2012-07-01',
    current: true,
    to: null,
    title: { text: '无', code: null },
    duty: '测试设计师',
    specialty: '结构',
    referee: '测试证明人',
    refereePhone: '021-12345678',
    employerCode: null,
    field: null,
  },
}

async function givenFedData(w: World, person: Holder): Promise<void> {
  await feed(w, 'registrations', numbered([registrationOf(person)]))
  await feed(w, 'contracts', numbered([contractOf(person)]))
  await feed(w, 'credit', numbered([creditOf(person)]))
  await feed(w, 'social-security', numbered([monthOf(person, '2026-06')]))
  await feed(w, 'social-security', numbered([monthOf(person, '2026-06', { unit: '更正后的测试单位' })]))
  await feed(w, 'enterprises', numbered([enterpriseOf(), employmentOf(person)]))
}

async function givenObjection(w: World, person: Holder): Promise<void> {
  const credit = await w.ctx.db
    .selectFrom('record')
    .select('id')
    .where('kind', '=', 'credit')
    .executeTakeFirstOrThrow()
  const url = recordUrl(person, credit.id, '/objections')
  const payload = { id: newId(), version: 1, text: '该事项与本人无关，请核实。' }
  const answer = await press(w.app, person.cookies, { method: 'POST', url, payload })
  assert.equal(answer.statusCode, 201, answer.body)
}

async function givenPrintedForm(w: World, { personId, facts }: Holder): Promise<void> {
  const [office] = await w.ctx.db.selectFrom('service_window').selectAll().execute()
  const at = {
    departmentId: office?.department_id ?? '',
    windowId: office?.id ?? '',
    departmentName: office?.name ?? '',
  }
  const { staffId } = await givenStaff(w, at)
  await w.ctx.db
    .insertInto('printed_form')
    .values({
      person_id: personId,
      id: newId(),
      card_version: 1,
      facts: sealPrintedForm(w.ctx.keys, personId, { ...facts, name: '测试甲（印刷）' }),
      first_clerk_id: staffId,
    })
    .execute()
}

test('R12.4 what windows, feeds, the person and the authority left behind is all in the file, opened', async (t) => {
  const w = await world(t)
  const person = await givenExporter(w)
  await givenFedData(w, person)
  await givenRecord(w, person, experience)
  await givenObjection(w, person)
  await givenPrintedForm(w, person)
  await givenFiling(w, person, (await givenUpload(w, person)).id)
  await agree(w, person)
  const files = await person.files()
  const information = informationIn(files)
  const text = JSON.stringify(information)
  for (const said of [
    '021-12345678',
    '该事项与本人无关，请核实。',
    '测试甲（印刷）',
    '更正后的测试单位',
    '测试建设集团有限公司',
    '一级注册建造师',
    '测试大厦新建工程',
  ])
    assert.ok(text.includes(said), said)
  assert.deepEqual(
    information.records
      .map(({ kind, level }: { kind: string; level: string }) => `${kind} ${level}`)
      .toSorted(),
    ['credit A', 'experience D', 'performance A', 'registration A'],
  )
  assert.equal(information.further.socialSecurityFormer[0].unit, '测试建设集团有限公司')
  const [{ scan, cutOut }] = information.signatures
  assert.deepEqual([...(files[scan] ?? []).slice(0, 2)], [0xff, 0xd8])
  assert.deepEqual([...(files[cutOut] ?? []).slice(1, 4)], [...Buffer.from('PNG')])
  assert.equal(information.consents[0].given, true)
  const sources = information.accesses.flatMap(({ source }: { source: string | null }) => source ?? [])
  assert.deepEqual(sources.toSorted(), [
    'contracts',
    'credit',
    'enterprises',
    'registrations',
    'social-security',
    'social-security',
  ])
  const page = pageIn(files)
  for (const said of [
    '021-12345678',
    '更正后的测试单位',
    '技术负责人',
    '该事项与本人无关',
    '至今',
    '社会保险系统',
  ])
    assert.ok(page.includes(said), said)
})

test('R12.4 every table about a person is read by the export, or left out with its reason', async (t) => {
  const w = await world(t)
  const person = await givenExporter(w)
  const code = await person.code()
  w.statements()
  assert.equal((await person.export(code)).statusCode, 200)
  const read = new Set(
    w
      .statements()
      .filter((sql) => /^\s*(select|with)/i.test(sql))
      .flatMap((sql) => [...sql.matchAll(/\b(?:from|join)\s+"?([a-z_]+)"?/g)].map((match) => match[1] ?? '')),
  )
  const { rows } = await withOwner(w, (client) =>
    client.query<{ name: string }>(
      `select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
          and a.attname = 'person_id' and not a.attisdropped`,
    ),
  )
  const tables = rows.map(({ name }) => name)
  assert.ok(tables.length > 25)
  const missing = tables.filter((name) => !read.has(name) && !(name in leftOut))
  assert.deepEqual(missing, [], 'neither exported nor left out with a reason')
  const idle = Object.keys(leftOut).filter((name) => !tables.includes(name) || read.has(name))
  assert.deepEqual(idle, [], 'left out although it is gone, or read')
})
