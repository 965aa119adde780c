import type { BridgeRead, BridgeStatus } from '@zhuji/contract/bridge.ts'
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

/** Whether cards of several people were read although the owner was said to bring their own. */
export function hasSecondPerson(reads: readonly BridgeRead[]): boolean {
  const own = reads.filter(({ presentedBy }) => presentedBy === 'person')
  return new Set(own.map(({ facts }) => facts.number || facts.name)).size > 1
}

const JUST_READ = 5000

/** Whether the newest read is of these seconds: its card may lie there still, though the reader no longer finds it. */
export function hasJustRead({ reads }: BridgeStatus, now: number): boolean {
  const last = reads.at(-1)
  return last !== undefined && now - Date.parse(last.readAt) < JUST_READ
}
