import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ScanCheck } from '@zhuji/domain/scan-rules.ts'
import { scanCheckWords } from './scan-check-words.ts'

const failed: ScanCheck[] = [
  { rule: 'size', outcome: 'failed', facts: { bytes: 307_201, maxBytes: 307_200 } },
  { rule: 'jpeg', outcome: 'failed', facts: { fault: 'cut-off' } },
  { rule: 'density-stated', outcome: 'failed', facts: { source: 'none' } },
  { rule: 'density-range', outcome: 'failed', facts: { xDpi: 300, yDpi: 300, min: 72, max: 100 } },
  { rule: 'density-equal', outcome: 'failed', facts: { xDpi: 72, yDpi: 100 } },
  { rule: 'physical-size', outcome: 'failed', facts: { widthMm: 20, heightMm: 30, minMm: 40, maxMm: 600 } },
]
for (const check of failed)
  test(`R5.3 the failed rule ${check.rule} says how to mend it`, () => {
    assert.match(scanCheckWords(check).zh, /请.+。$/)
    assert.match(scanCheckWords(check).en, /\.$/)
  })

test('R5.3 the physical size is shown in millimetres', () => {
  const facts = { widthMm: 210.06, heightMm: 296.9, minMm: 40, maxMm: 600 }
  assert.equal(
    scanCheckWords({ rule: 'physical-size', outcome: 'passed', facts }).zh,
    '实际尺寸 ≈ 210 × 297 mm（比例1:1）',
  )
})

test('R5.1 one byte too many does not read as the limit itself', () => {
  assert.match(scanCheckWords(failed[0] as ScanCheck).zh, /301 KB，超过 300 KB/)
})

test('R5.3 a picture stored turned is taken, and how to be safe is said', () => {
  const words = (outcome: 'passed' | 'warning', orientation: number) =>
    scanCheckWords({ rule: 'upright', outcome, facts: { orientation } })
  assert.match(words('warning', 6).zh, /本系统会转正显示.*请转正后另存再上传。$/)
  assert.equal(words('passed', 1).zh, '图像正立')
})
