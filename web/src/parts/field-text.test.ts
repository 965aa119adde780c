import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordKinds } from '@zhuji/domain/record-kinds.ts'
import { fieldText, shownText } from './field-text.ts'

const { title, education, experience } = recordKinds

test('R4.3 G109 a title without a specialty reads 无专业, to its holder as at the window', () => {
  assert.equal(fieldText(title.fields.specialty, null, 'zh'), '无专业')
  assert.equal(fieldText(title.fields.specialty, '建筑施工', 'zh'), '建筑施工')
})

test('G54 an employment without an end reads 至今', () => {
  assert.equal(fieldText(experience.fields.to, null, 'zh'), '至今')
})

test('R4.13 a listed value reads as printed, a date as 年月日 and only where a date is declared', () => {
  assert.equal(fieldText(education.fields.level, { text: '本科', code: '21' }, 'zh'), '本科')
  assert.equal(fieldText(education.fields.issued, '2012-06-30', 'zh'), '2012年06月30日')
  assert.equal(fieldText(education.fields.issued, '2012-06-30', 'en'), '2012-06-30')
  assert.equal(fieldText(education.fields.number, '2012-06-30', 'zh'), '2012-06-30')
})

test('R7.5 what is empty and has no words of its own is told apart from what was given', () => {
  assert.equal(fieldText(education.fields.duration, null, 'zh'), null)
  assert.equal(shownText(education.fields.duration, '', 'zh'), '—')
})
