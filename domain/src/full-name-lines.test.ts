import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkFullNameLines, inPortions, longestFullName } from './full-name-lines.ts'

test('R4.6 lines of a list are taken once and cleaned; the others say why not', () => {
  const longest = '测'.repeat(longestFullName)
  const { names, rejected } = checkFullNameLines([
    '测试工业大学',
    ' 测试建筑大学\u3000',
    '',
    '\u200B',
    '测试工业大学 ',
    longest,
    `${longest}试`,
    '测试\u0007大学',
    '测试\uFFFD大学',
  ])
  assert.deepEqual(names, ['测试工业大学', '测试建筑大学', longest])
  assert.deepEqual(
    rejected.map(({ line, fault }) => [line, fault]),
    [
      [3, 'blank'],
      [4, 'blank'],
      [5, 'duplicate'],
      [7, 'too-long'],
      [8, 'control-characters'],
      [9, 'control-characters'],
    ],
  )
})

test('R4.6 lines are numbered as in their file', () => {
  assert.equal(checkFullNameLines([''], 2).rejected[0]?.line, 2)
})

test('R4.6 names go in portions by count and by bytes', () => {
  assert.deepEqual(inPortions([], 2, 100), [])
  assert.deepEqual(inPortions(['a', 'b', 'c'], 2, 100), [['a', 'b'], ['c']])
  assert.deepEqual(inPortions(['测试', '测', 'é𠮷'], 9, 9), [['测试', '测'], ['é𠮷']])
})
