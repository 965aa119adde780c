import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { ProblemError } from '@zhuji/contract/client.ts'
import { BrokenOffError, fetchExport } from './download.ts'

const personId = '01900000-0000-7000-8000-000000000000'

/** Answers the next requests of this test. */
function answering(t: TestContext, answer: () => Response): void {
  const original = globalThis.fetch
  globalThis.fetch = async () => answer()
  t.after(() => {
    globalThis.fetch = original
  })
}

const streamed = (chunks: readonly number[], end: 'whole' | 'broken') =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const size of chunks) controller.enqueue(new Uint8Array(size))
      if (end === 'whole') controller.close()
      else controller.error(new TypeError('network error'))
    },
  })

test('R12.4 the bytes that have come are told as they come, and the file is whole', async (t) => {
  answering(t, () => new Response(streamed([10, 20, 5], 'whole')))
  const told: number[] = []
  const file = await fetchExport(personId, '123456', (bytes) => told.push(bytes))
  assert.deepEqual(told, [10, 30, 35])
  assert.equal(file.size, 35)
})

test('R12.4 a download that breaks off half-way is no file and says so', async (t) => {
  answering(t, () => new Response(streamed([10], 'broken')))
  await assert.rejects(
    fetchExport(personId, '123456', () => {}),
    BrokenOffError,
  )
})

test('R12.4 a refusal stays the refusal that it is', async (t) => {
  const problem = { type: '/problems/code-wrong', status: 422, code: 'code-wrong', requestId: 'r' }
  answering(t, () => Response.json(problem, { status: 422 }))
  await assert.rejects(
    fetchExport(personId, '123456', () => {}),
    (error) => error instanceof ProblemError && error.problem.code === 'code-wrong',
  )
})
