import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CodeTry, codeMinutes, codePurposes, decideCode } from './dynamic-password.ts'

const tried: CodeTry = {
  purpose: 'sign-in',
  live: true,
  right: true,
  wrongTries: 0,
  usedBy: 'nobody',
  knownBrowser: false,
  freshCaptcha: false,
}
const answer = (changes: Partial<CodeTry>) => {
  const decision = decideCode({ ...tried, ...changes })
  return decision.granted ? decision.value.tellPerson : decision.refusal.code
}

const cases: [rule: string, changes: Partial<CodeTry>, told: boolean | string][] = [
  ['the right password signs in', {}, false],
  ['and again in the same browser', { usedBy: 'this-browser' }, false],
  ['elsewhere not without a captcha of its own', { usedBy: 'another-browser' }, 'captcha-needed-again'],
  ['elsewhere with one, and the person is told', { usedBy: 'another-browser', freshCaptcha: true }, true],
  ['a wrong one', { right: false }, 'code-wrong'],
  ['a wrong one elsewhere tells nothing more', { right: false, usedBy: 'another-browser' }, 'code-wrong'],
  ['one that is over', { live: false }, 'code-wrong'],
  ['14 wrong tries', { wrongTries: 14 }, false],
  ['15 wrong tries', { wrongTries: 15 }, 'code-wrong'],
  ['15 wrong tries of strangers, in a known browser', { wrongTries: 15, knownBrowser: true }, false],
]
for (const [rule, changes, told] of cases)
  test(`R3.4 ${rule}`, () => {
    assert.equal(answer(changes), told)
  })

test('R3.4 every code but the sign-in password works once', () => {
  for (const purpose of codePurposes.filter((one) => one !== 'sign-in')) {
    assert.equal(answer({ purpose }), false)
    assert.equal(answer({ purpose, usedBy: 'this-browser' }), 'code-wrong')
    assert.equal(answer({ purpose, usedBy: 'another-browser', freshCaptcha: true }), 'code-wrong')
  }
})

test('R3.4 G23 codes last 24 hours, those of weighty acts ten minutes', () => {
  const { export: toExport, signature, ...others } = codeMinutes
  assert.deepEqual(others, { registration: 1440, 'sign-in': 1440, 'phone-change': 1440 })
  assert.deepEqual([toExport, signature], [10, 10])
})
