import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kindOf, listEntry, lists, recordKindNames, recordKinds, sectionNames } from './record-kinds.ts'

const labels = (kind: 'education' | 'degree', fields: readonly string[]) =>
  fields.map((field) => kindOf(kind).fields[field]?.label.zh)

test('R4.1 G42 the education form asks for what the guide shows', () => {
  assert.deepEqual(labels('education', Object.keys(recordKinds.education.fields)), [
    '学校名称',
    '学制',
    '学历',
    '校(院)长',
    '所学专业',
    '发证日期',
    '开始时间',
    '结束时间',
    '证书编号',
    '电子注册号',
    '以书面证明代替（证书遗失）',
    '学历证明单位',
  ])
})

test('R4.1 G43 the degree form follows it', () => {
  const fields = Object.keys(recordKinds.degree.fields)
  assert.deepEqual(labels('degree', fields), [
    '学校名称',
    '所学专业',
    '学位名称',
    '学位评定委员会主席',
    '发证日期',
    '证书编号',
  ])
})

test('G39 two lists with two buttons', () => {
  assert.deepEqual([kindOf('education').add.zh, kindOf('degree').add.zh], ['新增学历证书', '新增学位证书'])
})

test('G40 G41 the lists show the guide’s columns', () => {
  assert.deepEqual(labels('education', kindOf('education').listed), ['学校名称', '所学专业', '学历', '学制'])
  assert.deepEqual(labels('degree', kindOf('degree').listed), [
    '学校名称',
    '所学专业',
    '学位名称',
    '学位评定委员会主席',
    '发证日期',
    '证书编号',
  ])
})

test('R7.4 G94 what a window compares', () => {
  assert.deepEqual(labels('education', kindOf('education').compared), [
    '学校名称',
    '所学专业',
    '学历',
    '发证日期',
  ])
  assert.deepEqual(labels('degree', kindOf('degree').compared), [
    '学校名称',
    '学位名称',
    '所学专业',
    '发证日期',
  ])
})

test('R6.1 what a person enters begins at D and has an original to verify', () => {
  for (const kind of recordKindNames)
    assert.deepEqual(
      [kindOf(kind).firstLevel, kindOf(kind).evidence, kindOf(kind).scan],
      ['D', 'original', 'required'],
    )
})

test('a declaration speaks only of its own fields', () => {
  for (const kind of recordKindNames) {
    const { fields, compared, listed, columns, ordered, asked, section } = kindOf(kind)
    const named = [...compared, ...listed, ...Object.values(columns), ...ordered.flat(), ...asked.flat()]
    for (const field of named) assert.ok(field in fields, `${kind}: ${field}`)
    for (const field of compared) assert.equal(fields[field]?.required, true, `${kind}: ${field}`)
    assert.ok(sectionNames.includes(section))
  }
})

test('G139 the ten sections in the guide’s order', () => {
  assert.equal(sectionNames.length, 10)
  assert.deepEqual([sectionNames[0], sectionNames[1], sectionNames[9]], ['basic', 'education', 'signature'])
})

test('R4.13 each code stands once in its list, and only what was attained counts', () => {
  for (const list of Object.values(lists)) {
    const codes = list.map(({ code }) => code)
    assert.equal(new Set(codes).size, codes.length)
  }
  assert.equal(listEntry('education-levels', '21')?.rank, 5)
  assert.equal(listEntry('education-levels', '22')?.rank, 0)
  assert.equal(listEntry('education-levels', null), undefined)
  for (const { name, rank, attained } of lists['education-levels'])
    assert.deepEqual([rank > 0, attained], [name.endsWith('毕业'), name.endsWith('毕业')], name)
})
