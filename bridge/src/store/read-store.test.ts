import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type TestContext, test } from 'node:test'
import { ended, started } from '../../test/child.ts'
import { sampleRead } from '../../test/sample-read.ts'
import { temporaryDirectory } from '../../test/temporary-directory.ts'
import { ReadStore } from './read-store.ts'
import { seal, unseal } from './sealing.ts'
import { sealingKeyIn, signingKeyIn } from './secrets.ts'

const key = randomBytes(32)
const log = () => undefined
const open = (directory: string, usedBefore = false) => ReadStore.open({ directory, key, usedBefore, log })
const receiptFor = (readId: string) => ({
  readId,
  receiptId: randomUUID(),
  receivedAt: new Date().toISOString(),
  repeated: false,
  outcome: 'first' as const,
  flags: [],
})

async function storeWith(t: TestContext, reads: number) {
  const directory = await temporaryDirectory(t)
  const store = await open(directory)
  for (let i = 0; i < reads; i++) await store.save(sampleRead(await store.nextCounter()))
  return { directory, store }
}

test('R2.4 R2.6 killed in the middle of writing: no saved read is lost, no counter is used twice', async (t) => {
  const directory = await temporaryDirectory(t)
  const counters = new Set<number>()
  const saved = new Set<number>()
  for (const lines of [1, 6, 13, 20]) {
    const { child } = await started('test/saving-child.ts', { STORE: directory })
    assert.ok(child.stdout)
    let left = lines
    const reader = createInterface(child.stdout)
    reader.on('line', (line) => {
      const [what, number] = line.split(' ')
      if (what === 'saved') saved.add(Number(number))
      else {
        assert.equal(counters.has(Number(number)), false, `counter ${number} came twice`)
        counters.add(Number(number))
      }
      if (--left === 0) child.kill('SIGKILL')
    })
    await Promise.all([once(reader, 'close'), once(child, 'exit')])
    await ended(child, 'SIGKILL')
  }
  const store = await ReadStore.open({
    directory,
    key: await sealingKeyIn(join(directory, 'store.key')),
    usedBefore: true,
    log,
  })
  const found = new Set(store.found.map(({ counter }) => counter))
  assert.deepEqual(
    [...saved].filter((counter) => !found.has(counter)),
    [],
  )
  assert.ok(saved.size >= 10)
  assert.ok((await store.nextCounter()) > Math.max(...counters, ...found))
  assert.equal(store.damaged, 0)
})

test('R2.4 unsent reads are found again, in counter order and byte for byte', async (t) => {
  const { directory, store } = await storeWith(t, 0)
  const reads = []
  for (let i = 0; i < 12; i++) reads.push(sampleRead(await store.nextCounter()))
  for (const read of reads.toReversed()) await store.save(read)
  assert.deepEqual((await open(directory)).found, reads)
})

test('R2.4 a read is purged after its receipt, and what stays tells nothing of the card', async (t) => {
  const { directory, store } = await storeWith(t, 0)
  const read = sampleRead(await store.nextCounter())
  await store.save(read)
  await store.receipted(read, receiptFor(read.readId))
  assert.deepEqual(await readdir(join(directory, 'reads')), [])
  const kept = JSON.parse(await readFile(join(directory, 'receipted', '1.json'), 'utf8'))
  assert.deepEqual(Object.keys(kept).sort(), ['outcome', 'readId', 'receiptId', 'receivedAt'])
  assert.deepEqual((await open(directory)).found, [])
})

test('R2.4 a damaged file is set aside and counted, never deleted, and holds up no other', async (t) => {
  const { directory } = await storeWith(t, 3)
  const [, second = ''] = (await readdir(join(directory, 'reads'))).sort()
  const bytes = await readFile(join(directory, 'reads', second))
  bytes[40] = (bytes[40] ?? 0) ^ 1
  await writeFile(join(directory, 'reads', second), bytes)
  const store = await open(directory)
  assert.deepEqual(
    store.found.map(({ counter }) => counter),
    [1, 3],
  )
  assert.equal(store.damaged, 1)
  const [aside = ''] = await readdir(join(directory, 'damaged'))
  assert.deepEqual(await readFile(join(directory, 'damaged', aside)), bytes)
  assert.equal((await open(directory)).damaged, 1)
})

test('R2.6 the counter goes on after a restart, and leaps ahead when its file is lost or damaged', async (t) => {
  const { directory } = await storeWith(t, 2)
  assert.equal(await (await open(directory)).nextCounter(), 3)
  await rm(join(directory, 'counter'))
  assert.ok((await (await open(directory, true)).nextCounter()) > 1_000_000)
  await writeFile(join(directory, 'counter'), 'x')
  assert.ok((await (await open(directory)).nextCounter()) > 1_000_000)
})

test('R2.6 counters asked for at once are all different', async (t) => {
  const { store } = await storeWith(t, 0)
  const counters = await Promise.all(Array.from({ length: 8 }, () => store.nextCounter()))
  assert.deepEqual(counters, [1, 2, 3, 4, 5, 6, 7, 8])
})

test('R2.4 a disk that takes nothing refuses the read, and nothing half stays', async (t) => {
  const { directory, store } = await storeWith(t, 0)
  await rm(join(directory, 'reads'), { recursive: true })
  await writeFile(join(directory, 'reads'), 'no directory')
  await assert.rejects(store.save(sampleRead(await store.nextCounter())))
})

test('R2.4 a sealed read opens with its key, under its own name, unchanged, and not otherwise', () => {
  const sealed = seal(key, 'a.read', Buffer.from('content'))
  assert.equal(Buffer.from(unseal(key, 'a.read', sealed)).toString(), 'content')
  assert.equal(sealed[0], 1)
  assert.throws(() => unseal(key, 'b.read', sealed))
  assert.throws(() => unseal(randomBytes(32), 'a.read', sealed))
  assert.throws(() => unseal(key, 'a.read', Uint8Array.of(2, ...sealed.slice(1))))
  assert.throws(() => unseal(key, 'a.read', sealed.slice(0, 20)))
})

test('R2.6 keys are made once, private to the service, and never replaced when they are damaged', async (t) => {
  const directory = await temporaryDirectory(t)
  const path = join(directory, 'bridge.key')
  assert.equal((await signingKeyIn(path)).isNew, true)
  assert.equal((await signingKeyIn(path)).isNew, false)
  if (process.platform !== 'win32') assert.equal((await stat(path)).mode & 0o777, 0o600)
  await writeFile(path, 'damaged')
  await assert.rejects(signingKeyIn(path))
  await writeFile(join(directory, 'store.key'), 'short')
  await assert.rejects(sealingKeyIn(join(directory, 'store.key')))
})
