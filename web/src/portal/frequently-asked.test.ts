import assert from 'node:assert/strict'
import { test } from 'node:test'
import { frequentlyAsked } from './frequently-asked.ts'

test('R9.2 G30 all twelve questions stand with their answers in both languages', () => {
  assert.equal(frequentlyAsked.length, 12)
  for (const { asked, answer } of frequentlyAsked)
    for (const words of [asked, answer]) assert.ok(words.zh !== '' && words.en !== '')
})
