import assert from 'node:assert/strict'
import { test } from 'node:test'
import { districtWords, hoursWords } from './window-words.ts'

test('R9.2 hours are told in both languages, and unknown ones are to be confirmed', () => {
  const hours = '周一至周四 9:15-11:15, 13:45-16:45; 周五 9:15-11:15'
  assert.deepEqual(hoursWords(hours), {
    zh: hours,
    en: 'Mon–Thu 9:15-11:15, 13:45-16:45; Fri 9:15-11:15',
  })
  assert.equal(hoursWords(null).zh, '时间待确认')
})

test('R9.2 a district is named in both languages, an unknown one by its own name', () => {
  assert.deepEqual(districtWords('浦东新区'), { zh: '浦东新区', en: 'Pudong' })
  assert.equal(districtWords('新设区').en, '新设区')
})
