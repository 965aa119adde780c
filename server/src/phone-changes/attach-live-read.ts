import type { CardReadMessage } from '@zhuji/contract/card-reads.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/database.ts'
import { challengeHash } from './challenge.ts'
import { attachRead, lockWaitingChange } from './repository.ts'

/** The change for which this read was made live; null for any other read, which counts as an ordinary one (R3.8). */
export async function changeOfRead(
  ctx: Context,
  tx: Tx,
  message: CardReadMessage,
  windowId: string,
): Promise<string | null> {
  if (message.challenge === null) return null
  const found = await lockWaitingChange(tx, {
    challengeHash: challengeHash(ctx.keys, message.challenge),
    windowId,
  })
  return found ?? null
}

/** The change has its read, and its challenge is good for no other. */
export async function attachLiveRead(
  tx: Tx,
  changeId: string | null,
  read: { personId: string; readId: string },
): Promise<void> {
  if (changeId !== null) await attachRead(tx, changeId, read)
}
