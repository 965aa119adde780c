import { createClient } from '@zhuji/contract/client.ts'
import { useEffect, useMemo, useState } from 'react'
import { type BridgeCall, type BridgeView, watchBridge } from './watch-bridge.ts'

const RETRY = 2000
/** Longer than the bridge lets a page wait: an answer that takes this long never comes. */
const PATIENCE = 30_000

/** Calls the bridge on this PC. */
export function bridgeAt(url: string, until?: AbortSignal): BridgeCall {
  return createClient(url, (address, init) => {
    const patience = AbortSignal.timeout(PATIENCE)
    return fetch(address, { ...init, signal: until ? AbortSignal.any([patience, until]) : patience })
  })
}

function restUntil(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, RETRY)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

/** Follows the bridge for as long as the page is open, and calls it. */
export function useBridge(url: string): BridgeView & { bridge: BridgeCall } {
  const [view, setView] = useState<BridgeView>({ connection: 'connecting', status: null })
  const bridge = useMemo(() => bridgeAt(url), [url])
  useEffect(() => {
    const left = new AbortController()
    const parts = { call: bridgeAt(url, left.signal), rest: restUntil, changed: setView }
    void watchBridge(parts, left.signal)
    return () => left.abort()
  }, [url])
  return { ...view, bridge }
}
