import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inboxTemplates } from '@zhuji/domain/message-templates.ts'
import { refusalReasons, refusalReasonWords } from '@zhuji/domain/original-verification.ts'
import { recordKindNames } from '@zhuji/domain/record-kinds.ts'
import { wordsOfMessage } from './message-words.ts'

const recordId = '01900000-0000-7000-8000-000000000001'

for (const template of inboxTemplates)
  test(`R4.11 ${template} says what happened and the next step, of every kind and in both languages`, () => {
    for (const kind of [...recordKindNames, 'a-kind-to-come']) {
      const { title, body, next } = wordsOfMessage({ template, facts: { kind, days: 30 }, recordId })
      for (const { zh, en } of [title, body, next.words]) {
        assert.match(zh, /[\u4e00-\u9fff]/)
        assert.match(en, /^[^\u4e00-\u9fff]+$/)
        assert.doesNotMatch(zh + en, /undefined|null|NaN|\[object/)
      }
      assert.match(next.path, /^\/(me|windows)/)
    }
  })

test('R7.5 a refusal names each of its reasons, and leads to the record to be mended', () => {
  const facts = { kind: 'title', reasons: refusalReasons.join() }
  const { reasons, next } = wordsOfMessage({ template: 'verification-refused', facts, recordId })
  assert.deepEqual(
    reasons,
    refusalReasons.map((reason) => refusalReasonWords[reason]),
  )
  assert.deepEqual([next.path, next.search], ['/me/title', { edit: recordId }])
})

test('R4.11 a record that ends or was verified is shown; a degree stands in the section of education', () => {
  const stepOf = (template: 'verified' | 'record-ending', kind: string) => {
    const { path, search } = wordsOfMessage({ template, facts: { kind, days: 7 }, recordId }).next
    return [path, search]
  }
  assert.deepEqual(stepOf('verified', 'degree'), ['/me/education', { view: recordId }])
  assert.deepEqual(stepOf('record-ending', 'registration'), ['/me/registration', { view: recordId }])
})
