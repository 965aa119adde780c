import type { Log } from '../log.ts'
import { type SamCommand, troubleOf } from './sam-commands.ts'
import { type Received, SamFrameDecoder, type SamResponse } from './sam-frames.ts'
import type { ReaderTimings } from './timings.ts'
import type { Transport } from './transport.ts'

/** `line-error`: nothing whole came back, twice; `silence`: nothing came back at all. */
export type SamFailure = 'line-error' | 'silence' | 'closed'
type Outcome = SamResponse | SamFailure

/** Commands to one security module over one open transport: one in flight, its answer or why there is none. */
export class SamSession {
  readonly #transport: Transport
  readonly #timings: ReaderTimings
  readonly #log: Log
  readonly #decoder = new SamFrameDecoder()
  #last: Promise<unknown> = Promise.resolve()
  #settle: ((outcome: Outcome) => void) | undefined
  #gapTimer: NodeJS.Timeout | undefined
  closed = false

  constructor(transport: Transport, timings: ReaderTimings, log: Log) {
    this.#transport = transport
    this.#timings = timings
    this.#log = log
    transport.onData((piece) => this.#receive(piece))
    transport.onClose(() => {
      this.closed = true
      this.#settle?.('closed')
    })
  }

  command(command: SamCommand): Promise<Outcome> {
    const turn = this.#last.then(() => this.#withOneRepeat(command))
    this.#last = turn
    return turn
  }

  close(): Promise<void> {
    return this.#transport.close()
  }

  async #withOneRepeat(command: SamCommand): Promise<Outcome> {
    const first = await this.#exchange(command)
    return isLineError(first) ? orLineError(await this.#exchange(command)) : first
  }

  async #exchange(command: SamCommand): Promise<Outcome> {
    // Whatever still lies in the line belongs to no command: let it come in, and drop it.
    await new Promise(setImmediate)
    this.#decoder.clear()
    if (this.closed) return 'closed'
    const started = performance.now()
    const outcome = await new Promise<Outcome>((resolve) => {
      const timer = setTimeout(
        () => this.#settle?.(this.#decoder.midFrame ? 'line-error' : 'silence'),
        this.#timings[command.timeout],
      )
      this.#settle = (result) => {
        clearTimeout(timer)
        clearTimeout(this.#gapTimer)
        this.#settle = undefined
        resolve(result)
      }
      this.#transport.write(command.request).catch(() => this.#settle?.('closed'))
    })
    this.#report(command, outcome, performance.now() - started)
    return outcome
  }

  #receive(piece: Uint8Array): void {
    if (!this.#settle) return
    const [received] = this.#decoder.push(piece)
    clearTimeout(this.#gapTimer)
    if (received) this.#settle(outcomeOf(received))
    else if (this.#decoder.midFrame)
      this.#gapTimer = setTimeout(() => this.#settle?.('line-error'), this.#timings.gap)
  }

  #report(command: SamCommand, outcome: Outcome, took: number): void {
    const facts = typeof outcome === 'string' ? { outcome } : { sw: hex(outcome) }
    this.#log('debug', 'sam-command', { command: command.name, ...facts, ms: Math.round(took) })
  }
}

const hex = ({ sw1, sw2, sw3 }: SamResponse) => Buffer.of(sw1, sw2, sw3).toString('hex')

const outcomeOf = (received: Received): Outcome => (received === 'bad-checksum' ? 'line-error' : received)

function isLineError(outcome: Outcome): boolean {
  return outcome === 'line-error' || (typeof outcome !== 'string' && troubleOf(outcome.sw3) === 'line-error')
}

const orLineError = (outcome: Outcome): Outcome => (isLineError(outcome) ? 'line-error' : outcome)
