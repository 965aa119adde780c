import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { type ArchiveFile, archiveOf } from './archive.ts'

const picture = (size: number, value: number) => new Uint8Array(size).fill(value)

test('R12.4 the archive holds every file under its name, whole', async () => {
  const files: ArchiveFile[] = [
    { name: '个人信息.html', isText: true, read: () => new TextEncoder().encode('你好'.repeat(10_000)) },
    { name: 'scans/学历证书1_第1版第1页.jpg', isText: false, read: async () => picture(300_000, 7) },
    { name: 'empty.txt', isText: true, read: () => new Uint8Array() },
  ]
  const unzipped = unzipSync(await buffer(archiveOf(files)))
  assert.deepEqual(
    Object.keys(unzipped),
    files.map(({ name }) => name),
  )
  assert.equal(strFromU8(unzipped['个人信息.html'] ?? new Uint8Array()), '你好'.repeat(10_000))
  assert.deepEqual(unzipped['scans/学历证书1_第1版第1页.jpg'], picture(300_000, 7))
})

test('R12.4 a file is read only when its turn comes: nobody fetching, nothing in memory', async () => {
  let read = 0
  const files = Array.from({ length: 50 }, (_, at) => ({
    name: `${at}.jpg`,
    isText: false,
    read: async () => {
      read += 1
      return picture(300_000, at)
    },
  }))
  const stream = archiveOf(files)
  const first = await new Promise<Buffer>((resolve) => {
    stream.once('readable', () => resolve(stream.read(1) as Buffer))
  })
  assert.equal(first.length, 1)
  assert.ok(read <= 3, `${read} read ahead`)
  stream.destroy()
  await new Promise((closed) => stream.once('close', closed))
  assert.ok(read <= 3, 'who goes away ends it')
})

test('R12.4 a file that cannot be read breaks the archive off, it never ends as if whole', async () => {
  const files = [
    { name: 'one.jpg', isText: false, read: () => picture(10, 1) },
    { name: 'two.jpg', isText: false, read: () => Promise.reject(new Error('gone')) },
  ]
  await assert.rejects(buffer(archiveOf(files)), /gone/)
})
