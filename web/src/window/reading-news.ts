import type { BridgeStatus } from '@zhuji/contract/bridge.ts'
import { readerLampWords } from './reader-lamp-words.ts'

/** What the clerk is to hear without looking: a card was read, or something went wrong. */
export type News = 'read' | 'trouble' | null

const isTrouble = ({ reader }: BridgeStatus) => {
  const { tone } = readerLampWords[reader]
  return tone === 'attention' || tone === 'fault'
}

const refusedReads = ({ reads }: BridgeStatus) =>
  reads.filter(({ state, failure }) => state === 'failed' && failure !== 'unreachable').length

/**
 * Compares two statuses of the bridge. A new read of the same sitting is good news even when the reader fails right
 * after; trouble is a reader that newly fails or a read that the server newly refuses. A server that cannot be
 * reached is no trouble for the ear: the bridge goes on by itself (R2.4).
 */
export function newsBetween(before: BridgeStatus | null, now: BridgeStatus): News {
  if (before === null) return null
  const sameSitting = before.sittingId === now.sittingId
  if (now.reads.length > (sameSitting ? before.reads.length : 0)) return 'read'
  if (isTrouble(now) && now.reader !== before.reader) return 'trouble'
  return sameSitting && refusedReads(now) > refusedReads(before) ? 'trouble' : null
}
