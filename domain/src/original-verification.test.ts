import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Check,
  decideCancellation,
  decideVerification,
  decideVerificationRefusal,
  refusalReasons,
  refusalReasonWords,
  unconfirmedFields,
  type VerifiedRecord,
} from './original-verification.ts'

const certificate: VerifiedRecord = {
  kind: 'education',
  level: 'D',
  version: 3,
  payload: { lost: false },
  pages: ['certificate', 'certificate'],
}
const check: Check = { version: 3, confirmed: ['school', 'specialty', 'level', 'issued'], displayed: 2 }

test('R7.4 R6.2 all confirmed and all displayed: D becomes C', () => {
  assert.deepEqual(decideVerification(certificate, check), { granted: true, value: 'C' })
})

test('R4.7 a lost diploma is verified by a page that shows the proof', () => {
  const lost: VerifiedRecord = { ...certificate, payload: { lost: true, proofUnit: '测试单位' } }
  assert.deepEqual(decideVerification(lost, check), {
    granted: false,
    refusal: { code: 'scan-page-missing', shows: 'proof' },
  })
  assert.ok(decideVerification({ ...lost, pages: ['proof', 'proof'] }, check).granted)
})

test('R4.3 G109 a specialty from the review form needs that form among the pages', () => {
  const source = { text: '职称评审表', code: 'review-form' }
  const title: VerifiedRecord = { ...certificate, kind: 'title', payload: { specialtySource: source } }
  const confirmed = { ...check, confirmed: ['title', 'specialty', 'approved'] }
  assert.deepEqual(decideVerification(title, confirmed), {
    granted: false,
    refusal: { code: 'scan-page-missing', shows: 'review-form' },
  })
  assert.ok(decideVerification({ ...title, pages: ['certificate', 'review-form'] }, confirmed).granted)
})

const refusals: [string, Partial<VerifiedRecord>, Partial<Check>, object][] = [
  [
    'R7.4 a field not compared',
    {},
    { confirmed: ['school', 'issued'] },
    { code: 'fields-unconfirmed', fields: ['specialty', 'level'] },
  ],
  ['R7.4 a page not displayed', {}, { displayed: 1 }, { code: 'scan-not-displayed', pages: 2, displayed: 1 }],
  ['R7.4 no scan', { pages: [] }, { displayed: 0 }, { code: 'scan-missing' }],
  ['R7.7 changed meanwhile', { version: 4 }, {}, { code: 'record-changed', version: 4 }],
  ['R6.2 at C already', { level: 'C' }, {}, { code: 'level-fixed', level: 'C' }],
  ['R6.2 at B', { level: 'B' }, {}, { code: 'level-fixed', level: 'B' }],
  ['R6.2 at A', { level: 'A' }, {}, { code: 'level-fixed', level: 'A' }],
]
for (const [title, has, does, refusal] of refusals)
  test(`refuses: ${title}`, () => {
    assert.deepEqual(decideVerification({ ...certificate, ...has }, { ...check, ...does }), {
      granted: false,
      refusal,
    })
  })

test('R7.4 G94 a degree is compared by school, degree, specialty and issue date', () => {
  assert.deepEqual(unconfirmedFields('degree', []), ['school', 'degree', 'specialty', 'issued'])
  assert.deepEqual(unconfirmedFields('education', ['level']), ['school', 'specialty', 'issued'])
})

test('R7.5 a refusal has reasons of the list, once each, in its order', () => {
  const refused = { version: 3, reasons: ['data-differ', 'scan-unclear', 'data-differ'] as const }
  assert.deepEqual(decideVerificationRefusal(certificate, refused), {
    granted: true,
    value: ['scan-unclear', 'data-differ'],
  })
})

test('R7.5 R7.7 no reason, another version, or no D: no refusal', () => {
  const codeOf = (has: Partial<VerifiedRecord>, reasons: readonly 'data-differ'[]) => {
    const decision = decideVerificationRefusal({ ...certificate, ...has }, { version: 3, reasons })
    return decision.granted ? null : decision.refusal.code
  }
  assert.equal(codeOf({}, []), 'reason-missing')
  assert.equal(codeOf({ version: 4 }, ['data-differ']), 'record-changed')
  assert.equal(codeOf({ level: 'C' }, ['data-differ']), 'level-fixed')
  assert.equal(codeOf({ pages: [] }, ['data-differ']), null)
})

test('G100 G101 the reasons that lie in the scan stand first, in the guide’s words', () => {
  assert.deepEqual(
    refusalReasons.slice(0, 2).map((reason) => refusalReasonWords[reason].zh),
    ['扫描件模糊不清', '扫描的对象不是证书原件'],
  )
})

test('G102 G103 G104 then those that lie in the data and between both', () => {
  assert.deepEqual(
    refusalReasons.slice(2).map((reason) => refusalReasonWords[reason].zh),
    ['个人录入的证书信息与证书原件不一致', '个人录入的证书信息残缺不全', '扫描件与证书原件不一致'],
  )
})

const verified = { kind: 'education', level: 'C', version: 3, openUse: null } as const
const request = { version: 3, sameDepartment: true, verifiedBy: '测试区受理中心' }

test('R6.4 G76 the department that verified cancels: C becomes D', () => {
  assert.deepEqual(decideCancellation(verified, request), { granted: true, value: 'D' })
})

const cancellations: [string, object, object, object][] = [
  [
    'R6.4 another department',
    {},
    { sameDepartment: false },
    { code: 'other-department', departmentName: '测试区受理中心' },
  ],
  ['R6.4 G77 in use', { openUse: 'W2026090100001' }, {}, { code: 'in-use', application: 'W2026090100001' }],
  ['R6.2 at D', { level: 'D' }, {}, { code: 'not-verified', level: 'D' }],
  ['R6.2 at B', { level: 'B' }, {}, { code: 'not-verified', level: 'B' }],
  ['R7.7 another version', { version: 4 }, {}, { code: 'record-changed', version: 4 }],
]
for (const [title, has, asks, refusal] of cancellations)
  test(`does not cancel: ${title}`, () => {
    assert.deepEqual(decideCancellation({ ...verified, ...has }, { ...request, ...asks }), {
      granted: false,
      refusal,
    })
  })
