import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { withLock } from './lock.mjs'

const folder = mkdtempSync(join(tmpdir(), 'zhuji-lock-'))
after(() => rmSync(folder, { recursive: true }))

test('lock: five at once go one by one, and nothing stays behind', async () => {
  const file = join(folder, 'one-by-one')
  let inside = 0
  const work = async () => {
    inside++
    assert.equal(inside, 1)
    await sleep(5)
    inside--
  }
  await Promise.all([1, 2, 3, 4, 5].map(() => withLock(file, work)))
  assert.equal(existsSync(file), false)
})

test('lock: the lock of a process that died is taken over', async () => {
  const file = join(folder, 'dead')
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  writeFileSync(file, `${hostname()} ${pid}`)
  assert.equal(await withLock(file, async () => 'done'), 'done')
})

test('lock: a lock of another machine is taken over once it is no longer kept fresh', async () => {
  const file = join(folder, 'elsewhere')
  writeFileSync(file, 'elsewhere 1')
  const longAgo = new Date(Date.now() - 120_000)
  utimesSync(file, longAgo, longAgo)
  assert.equal(await withLock(file, async () => 'done'), 'done')
})

test('lock: work that fails gives the lock back', async () => {
  const file = join(folder, 'fails')
  await assert.rejects(
    withLock(file, async () => {
      throw new Error('no')
    }),
  )
  assert.equal(existsSync(file), false)
})
