import type { BridgeRead } from '@zhuji/contract/bridge.ts'
import type { CardReadReceipt } from '@zhuji/contract/card-reads.ts'
import { ProblemError } from '@zhuji/contract/client.ts'
import type { z } from 'zod'
import type { StoredRead } from './store/read-store.ts'

export type Receipt = z.infer<typeof CardReadReceipt>

/** One durable read on its way to the server. */
export interface Upload {
  readonly read: StoredRead
  state: BridgeRead['state']
  failure: string | null
  attempts: number
  receipt: Receipt | null
  /** The server said no: it is asked again only when somebody wants that. */
  refused: boolean
}

export const newUpload = (read: StoredRead): Upload => ({
  read,
  state: 'saved',
  failure: null,
  attempts: 0,
  receipt: null,
  refused: false,
})

/** What an attempt came to. `again`: the server answered, but not about this read; `unreachable`: nothing came back. */
export type Attempt =
  | { result: 'receipt'; receipt: Receipt }
  | { result: 'refused' | 'again' | 'unreachable'; code: string }

const BUSY = [408, 425, 429]

export function attemptFailedWith(error: unknown): Attempt {
  if (!(error instanceof ProblemError)) return { result: 'unreachable', code: 'unreachable' }
  const { status, code } = error.problem
  return { result: status < 500 && !BUSY.includes(status) ? 'refused' : 'again', code }
}
