import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type TestContext, test } from 'node:test'
import { BridgeStatus } from '@zhuji/contract/bridge.ts'
import { ended, started } from '../test/child.ts'
import { callAs } from '../test/page.ts'
import { simulatedReader } from '../test/simulated-reader.ts'
import { temporaryDirectory } from '../test/temporary-directory.ts'

async function process(t: TestContext, directory: string, env: Record<string, string> = {}) {
  const bridge = await started<{ ready: boolean; port: number }>('src/main.ts', {
    ZHUJI_SERVER: 'http://127.0.0.1:9',
    BRIDGE_DATA: directory,
    BRIDGE_PORT: '0',
    BRIDGE_READER: 'tcp://127.0.0.1:9',
    BRIDGE_SIMULATED: '1',
    ...env,
  })
  t.after(() => ended(bridge.child, 'SIGKILL'))
  return bridge
}

test("R2.3 the bridge says when it is ready, serves the server's own page, and ends cleanly", async (t) => {
  const { child, ready } = await process(t, await temporaryDirectory(t))
  assert.equal(ready.ready, true)
  const { status, body } = await callAs(ready.port, 'GET', '/status', {
    headers: { origin: 'http://127.0.0.1:9' },
  })
  assert.equal(status, 200)
  assert.equal(BridgeStatus.parse(body).simulated, true)
  assert.equal(await ended(child, 'SIGTERM'), 0)
})

test('R2.6 a second bridge in the same directory does not start: counters would come twice', async (t) => {
  const directory = await temporaryDirectory(t)
  await process(t, directory)
  await assert.rejects(process(t, directory), /another bridge works in this directory/)
})

test('R2.3 bridge and simulated reader end with the process that started them', async (t) => {
  const { child } = await process(t, await temporaryDirectory(t))
  const reader = await simulatedReader()
  for (const orphan of [child, reader.child]) {
    const exit = once(orphan, 'exit')
    orphan.disconnect()
    assert.deepEqual(await exit, [0, null])
  }
})

test('R2.3 a wrong configuration stops the start', async (t) => {
  await assert.rejects(process(t, await temporaryDirectory(t), { ZHUJI_SERVER: 'no address' }))
})
