import type { ReaderState } from '@zhuji/contract/bridge.ts'
import type { Log } from '../log.ts'
import { CardCycle, type CardOnReader, type Exit, RecentCard } from './card-cycle.ts'
import type { Lamp } from './lamp.ts'
import { Nap } from './nap.ts'
import { probe } from './probing.ts'
import { commands, OK } from './sam-commands.ts'
import { SamSession } from './sam-session.ts'
import type { ReaderTimings } from './timings.ts'
import { OpenError, type OpenFailure, type ReaderPort } from './transport.ts'

export interface ReadingParts {
  port: ReaderPort
  timings: ReaderTimings
  lamp: Lamp
  log: Log
  /** The module behind the line told its 16 bytes. */
  identified(samId: Uint8Array): void
  /** Nobody would believe a read made now: the reader rests until the next sitting. */
  ticketIsOver(): boolean
  /** As for `CycleParts`. */
  take(card: CardOnReader, samId: Uint8Array): Promise<boolean>
}

/** Keeps one reader open and reads cards while a sitting wants them. Heals by itself whatever can be healed. */
export class ReadingLoop {
  readonly #parts: ReadingParts
  readonly #nap = new Nap()
  readonly #recent = new RecentCard()
  #cycle: CardCycle | undefined
  #session: SamSession | undefined
  #running: Promise<void> | undefined
  #polling = false
  #stopped = false
  #unplugged = false
  /** A failed self-test is worth one reset. */
  #mayReset = true
  #way = 0
  #silences = 0

  constructor(parts: ReadingParts) {
    this.#parts = parts
  }

  start(): void {
    this.#running = this.#run()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await this.#session?.close()
    this.#nap.wake()
    await this.#running
  }

  /** A sitting begins: polls, tries again what had been given up, and reads also the card of a moment ago. */
  begin(): void {
    this.#recent.forget()
    this.#cycle?.release()
    this.#polling = true
    this.#nap.wake()
  }

  rest(): void {
    this.#polling = false
    this.#nap.wake()
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      const session = await this.#open()
      if (!session) continue
      this.#session = session
      await this.#serve(session)
      if (session.closed && !this.#stopped) this.#lost()
      await session.close()
    }
  }

  #lost(): void {
    this.#unplugged = true
    this.#parts.lamp.show('unplugged')
  }

  async #open(): Promise<SamSession | undefined> {
    const { port, timings, log } = this.#parts
    const way = port.ways[this.#way % port.ways.length]
    if (!way) throw new Error('a reader port needs a way to open it')
    const transport = way()
    const session = new SamSession(transport, timings, log)
    transport.onClose(() => this.#nap.wake())
    try {
      await transport.open()
      return session
    } catch (error) {
      if (!(error instanceof OpenError)) throw error
      await this.#notOpened(error.failure)
      return undefined
    }
  }

  async #notOpened(failure: OpenFailure): Promise<void> {
    const { timings, lamp } = this.#parts
    // A reader that was there and is gone is «unplugged» until something answers again.
    if (!(this.#unplugged && failure === 'no-reader')) lamp.show(failure)
    if (this.#stopped) return
    if (failure === 'no-permission') await this.#nap.take()
    else await this.#nap.take(failure === 'no-reader' ? timings.lookAgain : timings.busyAgain)
  }

  /** Until the line is closed or has to be opened anew. */
  async #serve(session: SamSession): Promise<void> {
    this.#mayReset = true
    while (!(this.#stopped || session.closed)) {
      const found = await probe(session)
      const exit = 'samId' in found ? await this.#ready(session, found.samId) : found
      if (!(await this.#mend(session, exit))) return
    }
  }

  /** Does what is needed after something went wrong; false when the line has to be opened anew. */
  async #mend(session: SamSession, exit: Exit | { exit: 'silent' }): Promise<boolean> {
    if (exit.exit === 'closed') return false
    if (exit.exit === 'recover') return this.#recover(session, exit.state)
    if (exit.exit === 'silent') {
      await this.#silent()
      return false
    }
    const resets = exit.state === 'self-test' && this.#mayReset
    this.#mayReset = false
    if (resets) await this.#recover(session, exit.state)
    else await this.#giveUp(exit.state)
    return true
  }

  async #silent(): Promise<void> {
    this.#way += 1
    if (this.#way % this.#parts.port.ways.length > 0) return
    const { backOff } = this.#parts.timings
    this.#parts.lamp.show('no-answer')
    await this.#nap.take(backOff[Math.min(this.#silences, backOff.length - 1)])
    this.#silences += 1
  }

  /** Waits until somebody asks again or pulls the plug. */
  async #giveUp(state: ReaderState): Promise<void> {
    this.#parts.lamp.show(state)
    await this.#nap.take()
  }

  /** Resets the module; false when it does not take that either. */
  async #recover(session: SamSession, state: ReaderState): Promise<boolean> {
    if (state === 'card-fault') this.#parts.lamp.notice(state)
    else this.#parts.lamp.show(state)
    const reset = await session.command(commands.reset)
    await this.#nap.take(this.#parts.timings.afterReset)
    return typeof reset !== 'string' && reset.sw3 === OK
  }

  async #ready(session: SamSession, samId: Uint8Array): Promise<Exit> {
    const { timings, lamp, log } = this.#parts
    this.#unplugged = false
    this.#mayReset = true
    this.#silences = 0
    this.#parts.identified(samId)
    const take = (card: CardOnReader) => this.#parts.take(card, samId)
    const cycle = new CardCycle({ session, timings, lamp, log, recent: this.#recent, take })
    this.#cycle = cycle
    while (!(this.#stopped || session.closed)) {
      const step = this.#reads ? await cycle.step() : await this.#rest(session)
      if (typeof step !== 'string') return step
      if (this.#reads) await this.#nap.take(step === 'retry' ? timings.retry : timings.poll)
    }
    return { exit: 'closed' }
  }

  get #reads(): boolean {
    return this.#polling && !this.#parts.ticketIsOver()
  }

  /** Radio off; only asks from time to time whether the module still lives. */
  async #rest(session: SamSession): Promise<'wait' | Exit> {
    this.#parts.lamp.show(this.#polling ? 'ticket-expired' : 'paused')
    await this.#nap.take(this.#parts.timings.health)
    if (this.#reads || this.#stopped) return 'wait'
    const status = await session.command(commands.status)
    if (status === 'closed') return { exit: 'closed' }
    return typeof status === 'string' ? { exit: 'recover', state: 'line-error' } : 'wait'
  }
}
