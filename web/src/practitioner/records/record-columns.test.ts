import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RecordView } from '@zhuji/contract/records.ts'
import { recordKindNames } from '@zhuji/domain/record-kinds.ts'
import { recordColumns } from './record-columns.ts'

const labels = (kind: RecordView['kind']) => recordColumns(kind).map(({ label }) => label.zh)
const cells = (record: Pick<RecordView, 'kind' | 'payload' | 'origin'>) =>
  recordColumns(record.kind).map(({ text }) => text(record as RecordView, 'zh'))

test('G57 G60 a performance says first where it comes from, in the guide’s words', () => {
  assert.equal(labels('performance')[0], '信息来源')
  const of = (origin: RecordView['origin']) => cells({ kind: 'performance', payload: {}, origin })[0]
  assert.equal(of('feed'), '项目合同报送信息（本人无权修改）')
  assert.equal(of('practitioner'), '本人新增工程业绩')
})

test('every other list has its declared columns alone', () => {
  const withSource = recordKindNames.filter((kind) => labels(kind).includes('信息来源'))
  assert.deepEqual(withSource, ['performance'])
  assert.deepEqual(labels('education'), ['学校名称', '所学专业', '学历', '学制'])
})

test('R4.3 R4.4 R4.13 a cell shows the printed words, dates as 年月日, and what an empty one stands for', () => {
  const title = { text: '高级工程师（正高）', code: 'X' }
  const payload = { title, specialty: null, approved: '2015-07-01', byExamination: true }
  const shown = cells({ kind: 'title', payload, origin: 'practitioner' })
  assert.deepEqual(shown.slice(0, 4), ['高级工程师（正高）', '无专业', '考试取得', '2015年07月01日'])
  const still = cells({ kind: 'experience', payload: { current: true, to: null }, origin: 'practitioner' })
  assert.equal(still[2], '至今')
})
