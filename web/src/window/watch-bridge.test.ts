import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type BridgeStatus, bridgeStatus } from '@zhuji/contract/bridge.ts'
import { createClient } from '@zhuji/contract/client.ts'
import { type BridgeView, watchBridge } from './watch-bridge.ts'

const status = (revision: number): BridgeStatus => ({
  reader: 'waiting',
  samId: null,
  simulated: true,
  server: 'reachable',
  sittingId: null,
  tally: { read: 0, succeeded: 0, failed: 0 },
  unsent: 0,
  reads: [],
  damaged: 0,
  storage: 'ok',
  revision,
})

type Answer = BridgeStatus | 'away' | 'refused'

/** Watches a bridge that gives these answers in turn and then no more; tells what was asked and what was seen. */
async function watched(answers: Answer[]) {
  const asked: string[] = []
  const seen: BridgeView[] = []
  const end = new AbortController()
  let rests = 0
  const call = createClient('http://bridge', async (url) => {
    asked.push(url.replace(`http://bridge${bridgeStatus.path}`, ''))
    const answer = answers.shift()
    if (answer === undefined || answer === 'away') throw new TypeError('refused')
    if (answer !== 'refused') return Response.json(answer)
    const problem = { type: '/problems/x', status: 403, code: 'origin-not-allowed', requestId: 'r' }
    return Response.json(problem, { status: 403 })
  })
  await watchBridge(
    {
      call,
      rest: async () => {
        rests += 1
      },
      changed: (view) => {
        seen.push(view)
        if (answers.length === 0) end.abort()
      },
    },
    end.signal,
  )
  return { asked, seen, rests }
}

test('R2.3 the page asks with the last revision, so that it waits for a change', async () => {
  const { asked } = await watched([status(7), status(8), status(9)])
  assert.deepEqual(asked, ['', '?after=7', '?after=8'])
})

test('R2.4 a bridge that went away is asked again after a rest, and then anew', async () => {
  const { asked, seen, rests } = await watched([status(7), 'away', 'away', status(1)])
  assert.deepEqual(asked, ['', '?after=7', '', ''])
  assert.deepEqual(
    seen.map(({ connection }) => connection),
    ['up', 'down', 'down', 'up'],
  )
  assert.equal(rests, 2)
})

test('R2.3 what was read stays on the screen while the bridge is away', async () => {
  const { seen } = await watched([status(7), 'away'])
  assert.deepEqual(seen.at(-1), { connection: 'down', status: status(7) })
})

test('R2.6 a bridge that turns this page away shows nothing', async () => {
  const { seen } = await watched([status(7), 'refused'])
  assert.deepEqual(seen.at(-1), { connection: 'down', status: null })
})
