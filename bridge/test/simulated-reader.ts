import { type CardBlockName, cardBlock } from '@zhuji/domain/fixtures/card-blocks.ts'
import type { FaultName } from '../src/simulator/faults.ts'
import { ended, started } from './child.ts'

interface SimulatorState {
  card: boolean
  fault: FaultName | null
  heard: string[]
}

/** A simulated reader in a process of its own, and the hand that works it. */
export async function simulatedReader(env: Record<string, string> = {}) {
  const { child, ready } = await started<{ port: number; controlPort: number }>('src/simulator/main.ts', {
    SIM_PORT: '0',
    SIM_CONTROL_PORT: '0',
    ...env,
  })
  const control = `http://127.0.0.1:${ready.controlPort}`
  const send = async (method: string, path: string, body?: unknown): Promise<SimulatorState> => {
    const json = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    const response = await fetch(control + path, { method, ...(body === undefined ? {} : json) })
    if (!response.ok) throw new Error(`simulator: ${response.status} ${await response.text()}`)
    return (await response.json()) as SimulatorState
  }
  return {
    child,
    control,
    port: ready.port,
    address: `tcp://127.0.0.1:${ready.port}`,
    state: () => send('GET', '/'),
    lay: (name: CardBlockName) => send('POST', '/card', { textBlock: base64(cardBlock(name)) }),
    layBlock: (block: Uint8Array) => send('POST', '/card', { textBlock: base64(block) }),
    layFacts: (facts: object) => send('POST', '/card', { facts }),
    lift: () => send('DELETE', '/card'),
    fault: (fault: FaultName | null, times?: number) => send('POST', '/fault', { fault, times }),
    end: () => ended(child, 'SIGTERM'),
  }
}
export type SimulatedReaderInTest = Awaited<ReturnType<typeof simulatedReader>>

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
