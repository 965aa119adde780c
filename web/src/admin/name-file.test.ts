import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FileFaultError, likelyColumn, looksLikeHeading, readNameFile, rowsOfText } from './name-file.ts'

const faultOf = (file: File) =>
  readNameFile(file).then(
    () => 'none',
    (error: unknown) => (error instanceof FileFaultError ? error.fault : String(error)),
  )

test('R4.6 a text gives a name a line, whatever ends its lines', async () => {
  assert.deepEqual(rowsOfText('测试大学\r\n测试,学院\n', false), [['测试大学'], ['测试,学院']])
  const marked = new File(['\uFEFF测试大学\n'], '学校.TXT')
  assert.deepEqual(await readNameFile(marked), [['测试大学']])
})

test('R4.6 a CSV gives its cells, quoted ones opened', () => {
  assert.deepEqual(rowsOfText('1,测试大学,\n"2","测试 ""甲"", 学院"\n,', true), [
    ['1', '测试大学', ''],
    ['2', '测试 "甲", 学院'],
    ['', ''],
  ])
})

test('R4.6 a file that is no list says why', async () => {
  assert.equal(await faultOf(new File(['测试'], 'a.doc')), 'kind')
  assert.equal(await faultOf(new File([Uint8Array.of(0xb2, 0xe2)], 'a.txt')), 'not-utf-8')
  assert.equal(await faultOf(new File([' \n\n'], 'a.csv')), 'empty')
  assert.equal(await faultOf(new File(['no archive'], 'a.xlsx')), 'not-a-spreadsheet')
  assert.equal(await faultOf(new File([new Uint8Array(20 * 1024 * 1024 + 1)], 'a.txt')), 'too-large')
})

test('R4.6 the column of names is found by its heading, else by its length', () => {
  const headed = [
    ['序号', '学校名称', '备注说明很长很长很长'],
    ['1', '测试大学', ''],
  ]
  assert.equal(looksLikeHeading(headed[0]), true)
  assert.equal(likelyColumn(headed), 1)
  const bare = [['1', '测试大学']]
  assert.equal(looksLikeHeading(bare[0]), false)
  assert.equal(likelyColumn(bare), 1)
  assert.equal(likelyColumn([]), 0)
})
