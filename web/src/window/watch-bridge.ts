import { type BridgeStatus, bridgeStatus } from '@zhuji/contract/bridge.ts'
import { type createClient, ProblemError } from '@zhuji/contract/client.ts'

export type BridgeCall = ReturnType<typeof createClient>

/** What the page knows of the bridge; the last status stays on screen while the bridge does not answer. */
export interface BridgeView {
  connection: 'connecting' | 'up' | 'down'
  status: BridgeStatus | null
}

export interface WatchParts {
  call: BridgeCall
  /** Rests before the next try after a failure. */
  rest(signal: AbortSignal): Promise<void>
  changed(view: BridgeView): void
}

async function ask(call: BridgeCall, { connection, status }: BridgeView): Promise<BridgeView> {
  try {
    const query = connection === 'up' && status ? { after: status.revision } : {}
    return { connection: 'up', status: await call(bridgeStatus, { query }) }
  } catch (error) {
    // A bridge that refuses this page (another origin) is as good as none.
    return { connection: 'down', status: error instanceof ProblemError ? null : status }
  }
}

/**
 * Follows the bridge by long poll until the signal: asks with the last revision and hears of every change; comes back
 * by itself after the bridge was away, and then takes whatever it says anew.
 */
export async function watchBridge({ call, rest, changed }: WatchParts, signal: AbortSignal): Promise<void> {
  let view: BridgeView = { connection: 'connecting', status: null }
  while (!signal.aborted) {
    view = await ask(call, view)
    if (signal.aborted) return
    changed(view)
    if (view.connection === 'down') await rest(signal)
  }
}
