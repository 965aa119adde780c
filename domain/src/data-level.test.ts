import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dataLevels, levelAfter, levelMoves, levelWords } from './data-level.ts'

test('R6.2 of all pairs of level and move four lead anywhere', () => {
  const moves = (['original', 'declaration'] as const).flatMap((evidence) =>
    dataLevels.flatMap((from) =>
      levelMoves.flatMap((move) => {
        const to = levelAfter(from, move, evidence)
        return to ? [`${from} ${move} ${to} ${evidence}`] : []
      }),
    ),
  )
  assert.deepEqual(moves, [
    'C cancel-verification D original',
    'C freeze B original',
    'D verify C original',
    'D freeze B declaration',
  ])
})

test('R6.2 nothing leads to A, and nothing away from A or B', () => {
  for (const evidence of ['original', 'declaration'] as const)
    for (const move of levelMoves) {
      assert.equal(levelAfter('A', move, evidence), null)
      assert.equal(levelAfter('B', move, evidence), null)
      for (const from of dataLevels) assert.notEqual(levelAfter(from, move, evidence), 'A')
    }
})

test('R6.1 G67 G68 what the person entered may be changed, what was checked against its original may not', () => {
  assert.equal(levelWords.D.zh, '个人填报数据，可修改')
  assert.equal(levelWords.C.zh, '数据经过原件核对，个人无法修改')
})

test('R6.1 G69 G70 what passed a review or comes from elsewhere is not the person’s to change', () => {
  assert.equal(levelWords.B.zh, '数据经过资质审批，个人无法进行修改')
  assert.equal(levelWords.A.zh, '数据来自于第三方系统，个人无法进行修改')
})
