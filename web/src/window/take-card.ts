import type { BridgeRead } from '@zhuji/contract/bridge.ts'
import { useEffect, useState } from 'react'
import { beep, wakeSound } from './beep.ts'
import { isOwnSitting, useSitting } from './sitting.ts'
import { useBridge } from './use-bridge.ts'

/** `starting` asks the bridge, `waiting` for a card, `sending` until the server knows its person. */
export type TakingPhase = 'idle' | 'starting' | 'waiting' | 'sending'

const isDone = (read: BridgeRead | undefined): read is BridgeRead =>
  read?.state === 'sent' || read?.state === 'failed'

/**
 * 读卡 outside the reading page: the last card of the open sitting, or a sitting of its own for one card, which ends
 * as soon as the server has the read. Gives the read to `taken`.
 */
export function useTakeCard(bridgeUrl: string, clerk: string, taken: (read: BridgeRead) => void) {
  const view = useBridge(bridgeUrl)
  const { start, finish } = useSitting(view.bridge, clerk)
  const [own, setOwn] = useState<string>()
  const { status } = view
  const read = own !== undefined && status?.sittingId === own ? status.reads.at(-1) : undefined

  useEffect(() => {
    if (!isDone(read)) return
    setOwn(undefined)
    beep(read.state === 'sent' ? 'read' : 'trouble')
    finish.mutate()
    taken(read)
  }, [read, finish, taken])

  const openReads = status !== null && own === undefined && isOwnSitting(status, clerk) ? status.reads : []
  const last = openReads.at(-1)
  const take = () => {
    wakeSound()
    if (last) return taken(last)
    if (view.connection !== 'up' || start.isPending || own !== undefined) return
    start.mutate('person', { onSuccess: ({ sittingId }) => setOwn(sittingId ?? undefined) })
  }
  const cancel = () => {
    setOwn(undefined)
    finish.mutate()
  }
  return { view, take, cancel, last, phase: phaseOf(start.isPending, own, read), error: start.error }
}

function phaseOf(isStarting: boolean, own: string | undefined, read: BridgeRead | undefined): TakingPhase {
  if (isStarting) return 'starting'
  if (own === undefined) return 'idle'
  return read ? 'sending' : 'waiting'
}
