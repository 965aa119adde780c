import type { BridgeStatus } from '@zhuji/contract/bridge.ts'
import { uploadCardRead } from '@zhuji/contract/card-reads.ts'
import type { createClient } from '@zhuji/contract/client.ts'
import type { Log } from './log.ts'
import { Nap } from './reader/nap.ts'
import type { ReadStore, StoredRead } from './store/read-store.ts'
import { type Attempt, attemptFailedWith, newUpload, type Upload } from './upload.ts'

export interface UploadingParts {
  store: Pick<ReadStore, 'receipted'>
  call: ReturnType<typeof createClient>
  log: Log
  changed(): void
  /** Milliseconds before the next pass while the server does not answer; doubles up to the longest. */
  again: { first: number; longest: number }
}

/** Sends reads by itself, oldest first, until the server has each. One that does not go through holds up no other. */
export class Uploading {
  readonly #parts: UploadingParts
  readonly #nap = new Nap()
  readonly #uploads = new Map<number, Upload>()
  #failedPasses = 0
  #stopped = false
  #running: Promise<void> | undefined
  server: BridgeStatus['server'] = 'unknown'

  constructor(parts: UploadingParts) {
    this.#parts = parts
  }

  /** Reads that the server has not receipted, whatever became of them so far. */
  get unsent(): number {
    return this.#uploads.size
  }

  start(): void {
    this.#running = this.#run()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#nap.wake()
    await this.#running
  }

  add(read: StoredRead): Upload {
    const upload = newUpload(read)
    this.#uploads.set(read.counter, upload)
    this.#nap.wake()
    return upload
  }

  /** Sends again, at once, also what the server refused. */
  resend(): void {
    for (const upload of this.#uploads.values()) upload.refused = false
    this.#nap.wake()
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      const mayRest = await this.#pass()
      if (this.#stopped) return
      await this.#nap.take(mayRest ? undefined : this.#pause())
    }
  }

  /** Half of it is chance, so that the windows of a city do not come back all at once. */
  #pause(): number {
    const { first, longest } = this.#parts.again
    return Math.min(longest, first * 2 ** (this.#failedPasses - 1)) * (0.5 + Math.random() / 2)
  }

  /** Tries each read that is due, once; true when nothing is left to try. */
  async #pass(): Promise<boolean> {
    const due = [...this.#uploads.values()].filter(({ refused }) => !refused)
    let misses = 0
    let left = 0
    for (const upload of due.sort((a, b) => a.read.counter - b.read.counter)) {
      // A silent server is asked about few reads, but about more of them each time: the silence may be one read's fault.
      if (this.#stopped || misses > this.#failedPasses) return this.#failed()
      const { result } = await this.#send(upload)
      if (result === 'unreachable') misses += 1
      if (result === 'unreachable' || result === 'again') left += 1
    }
    if (left > 0) return this.#failed()
    this.#failedPasses = 0
    return true
  }

  #failed(): false {
    this.#failedPasses += 1
    return false
  }

  async #send(upload: Upload): Promise<Attempt> {
    upload.state = 'sending'
    upload.attempts += 1
    this.#parts.changed()
    const attempt = await this.#attempt(upload.read)
    this.server = attempt.result === 'unreachable' ? 'unreachable' : 'reachable'
    if (attempt.result === 'receipt') await this.#receipted(upload, attempt.receipt)
    else this.#notSent(upload, attempt)
    this.#parts.changed()
    return attempt
  }

  async #attempt(read: StoredRead): Promise<Attempt> {
    try {
      const receipt = await this.#parts.call(uploadCardRead, { body: read.signed })
      // A receipt for another read is none: this one would be lost with it.
      if (receipt.readId !== read.readId) return { result: 'again', code: 'wrong-receipt' }
      return { result: 'receipt', receipt }
    } catch (error) {
      return attemptFailedWith(error)
    }
  }

  async #receipted(upload: Upload, receipt: NonNullable<Upload['receipt']>): Promise<void> {
    try {
      await this.#parts.store.receipted(upload.read, receipt)
    } catch {
      // The server has it. The file stays, is sent again at the next start and gets the same receipt.
      this.#parts.log('error', 'read-not-purged', { counter: upload.read.counter })
    }
    Object.assign(upload, { state: 'sent', failure: null, receipt })
    this.#uploads.delete(upload.read.counter)
  }

  #notSent(upload: Upload, attempt: Exclude<Attempt, { result: 'receipt' }>): void {
    upload.state = 'failed'
    upload.failure = attempt.code
    upload.refused = attempt.result === 'refused'
    const { counter } = upload.read
    this.#parts.log('warn', 'read-not-sent', { counter, code: attempt.code, attempts: upload.attempts })
  }
}
