import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  decideEnding,
  type EmploymentStep,
  endingRefusalWords,
  type KeptEmployment,
  stepOfLine,
} from './employments.ts'

const facts = { enterpriseId: 'e1', duty: '技术负责人', supports: '设计-市政-甲级', from: '2024-03-01' }
const kept = (changes: Partial<KeptEmployment> = {}): KeptEmployment => ({
  ...facts,
  endedBy: null,
  ...changes,
})
const line = (changes: Partial<typeof facts & { ended: boolean }> = {}) => ({
  ...facts,
  ended: false,
  ...changes,
})

const steps: [rule: string, KeptEmployment | undefined, ReturnType<typeof line>, EmploymentStep][] = [
  ['a first line begins a link', undefined, line(), 'begin'],
  ['what is over when first told begins nothing', undefined, line({ ended: true }), 'nothing'],
  ['the same again changes nothing', kept(), line(), 'nothing'],
  ['another duty replaces', kept(), line({ duty: '项目负责人' }), 'replace'],
  ['another qualification replaces', kept(), line({ supports: '设计-建筑-乙级' }), 'replace'],
  ['another enterprise replaces', kept(), line({ enterpriseId: 'e2' }), 'replace'],
  ['another start replaces', kept(), line({ from: '2025-01-01' }), 'replace'],
  ['the end ends', kept(), line({ ended: true }), 'end'],
  ['the end again changes nothing', kept({ endedBy: 'feed' }), line({ ended: true }), 'nothing'],
  ['the feed takes its own end back', kept({ endedBy: 'feed' }), line(), 'begin'],
  [
    'a repeated line does not bring back what the person ended',
    kept({ endedBy: 'practitioner' }),
    line(),
    'nothing',
  ],
  ['nor does another duty', kept({ endedBy: 'practitioner' }), line({ duty: '项目负责人' }), 'nothing'],
  ['another start does', kept({ endedBy: 'practitioner' }), line({ from: '2026-02-01' }), 'begin'],
]
for (const [rule, before, fed, step] of steps)
  test(`R4.9 R11.4 ${rule}`, () => assert.equal(stepOfLine(before, fed), step))

test('R4.9 G138 the person ends a link once, and not while an application in progress needs it', () => {
  assert.ok(decideEnding({ ended: false, openUse: null }).granted)
  assert.deepEqual(decideEnding({ ended: true, openUse: null }), {
    granted: false,
    refusal: { code: 'employment-ended' },
  })
  const inUse = decideEnding({ ended: false, openUse: 'W2026090100001' })
  assert.ok(!inUse.granted)
  assert.deepEqual(inUse.refusal, { code: 'employment-in-use', application: 'W2026090100001' })
  assert.match(endingRefusalWords(inUse.refusal).zh, /^该信息正用于申请 W2026090100001，无法删除！/)
})
