import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusalWords } from '../refusal-words.ts'
import { noticesRefusals } from './notices.ts'

for (const code of Object.keys(noticesRefusals))
  test(`R12.5 ${code} says in both languages that nothing was recorded, and the next step`, () => {
    const { zh, en } = refusalWords(code)
    assert.match(zh, /请/)
    assert.match(en, /(Read|Reload|Publish)/)
    assert.match(en, /^[^\u4e00-\u9fff]+$/)
  })
