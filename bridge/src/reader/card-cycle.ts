import type { ReaderState } from '@zhuji/contract/bridge.ts'
import type { CardFacts } from '@zhuji/domain/card-facts.ts'
import { parseTextBlock } from '@zhuji/domain/card-text-block.ts'
import type { Log } from '../log.ts'
import { CardTries } from './card-tries.ts'
import type { Lamp } from './lamp.ts'
import { CARD_FOUND, commands, NO_CARD, OK, type SamTrouble, troubleOf } from './sam-commands.ts'
import type { SamFailure, SamSession } from './sam-session.ts'
import type { ReaderTimings } from './timings.ts'

export interface CardOnReader {
  facts: CardFacts
  textBlock: Uint8Array
  /** WLT, as the chip holds it; may be empty. */
  photo: Uint8Array
}

export type Exit = { exit: 'closed' } | { exit: 'recover' | 'fault'; state: ReaderState }
/** `wait`: poll again after the interval; `retry`: at once, the card may still be there. */
export type Step = 'wait' | 'retry' | Exit

export interface CycleParts {
  session: SamSession
  timings: ReaderTimings
  lamp: Lamp
  log: Log
  recent: RecentCard
  /** Makes the read durable; false when nobody wants it any more, rejects when it could not: the card is unread. */
  take(card: CardOnReader): Promise<boolean>
}

/** Remembers the last number for some seconds: readers differ in whether a card that stays is found again. */
export class RecentCard {
  #number: string | undefined
  #at = 0

  forget(): void {
    this.#number = undefined
  }

  /** A card without a number cannot be told from another such card: it is not remembered. */
  remember(number: string): void {
    this.#number = number || undefined
    this.#at = Date.now()
  }

  is(number: string, within: number): boolean {
    return number === this.#number && Date.now() - this.#at < within
  }
}

const MISSES_BEFORE_RECOVERY = { find: 3, read: 2 }

/** Idle, selecting, reading and hold of the reader's state diagram, one find at a time. */
export class CardCycle {
  readonly #parts: CycleParts
  readonly #tries: CardTries
  #findMisses = 0
  #readMisses = 0
  #holding = false

  constructor(parts: CycleParts) {
    this.#parts = parts
    this.#tries = new CardTries(parts.timings.silent)
  }

  /** A new sitting reads the card that lies there. */
  release(): void {
    this.#holding = false
  }

  async step(): Promise<Step> {
    const found = await this.#parts.session.command(commands.find)
    if (typeof found === 'string') return this.#missed(found, 'find', ++this.#findMisses)
    this.#findMisses = 0
    if (found.sw3 === NO_CARD) return this.#noCard()
    if (found.sw3 !== CARD_FOUND) return this.#failed(troubleOf(found.sw3))
    return this.#holding ? 'wait' : this.#selectAndRead()
  }

  #missed(failure: SamFailure, what: 'find' | 'read', misses: number): Step {
    if (failure === 'closed') return { exit: 'closed' }
    if (misses >= MISSES_BEFORE_RECOVERY[what]) return { exit: 'recover', state: 'line-error' }
    // The module may have read the card although nothing came back: then it has to be lifted.
    return what === 'find' ? 'wait' : this.#failed('moved')
  }

  #noCard(): Step {
    this.#holding = false
    const told = this.#tries.cardGone()
    if (told) this.#parts.lamp.notice(told)
    this.#parts.lamp.showUnlessNotice('waiting')
    return 'wait'
  }

  async #selectAndRead(): Promise<Step> {
    const { session, lamp } = this.#parts
    lamp.showUnlessNotice('reading')
    const selected = await session.command(commands.select)
    if (selected === 'closed') return { exit: 'closed' }
    if (typeof selected === 'string') return { exit: 'recover', state: 'line-error' }
    if (selected.sw3 !== OK) return this.#failed(troubleOf(selected.sw3))

    const read = await session.command(commands.read)
    if (typeof read === 'string') return this.#missed(read, 'read', ++this.#readMisses)
    this.#readMisses = 0
    if (read.sw3 !== OK) return this.#failed(troubleOf(read.sw3))
    const content = contentOf(read.data)
    return content ? this.#accept(content) : this.#failed('protocol')
  }

  #failed(trouble: SamTrouble): Step {
    if (trouble === 'self-test' || trouble === 'not-authorised') return { exit: 'fault', state: trouble }
    if (trouble === 'protocol' || trouble === 'line-error') return { exit: 'recover', state: trouble }
    const told = this.#tries.failed(trouble)
    if (!told) return 'retry'
    if (told === 'card-fault') return { exit: 'recover', state: told }
    this.#holding = told === 'card-rejected'
    this.#parts.lamp.notice(told)
    return 'wait'
  }

  async #accept(content: { textBlock: Uint8Array; photo: Uint8Array }): Promise<Step> {
    const { lamp, recent, timings, log } = this.#parts
    this.#tries.clear()
    this.#holding = true
    const parsed = parseTextBlock(content.textBlock)
    if (!parsed.granted) {
      log('warn', 'card-unreadable')
      lamp.notice('card-rejected')
      return 'wait'
    }
    const facts = parsed.value
    try {
      const isKnown = recent.is(facts.number, timings.sameCard)
      if (!isKnown && !(await this.#parts.take({ ...content, facts }))) return 'wait'
    } catch {
      // Whoever takes a read says in the log why it failed; here the card goes back unread.
      lamp.notice('card-fault')
      return 'wait'
    }
    recent.remember(facts.number)
    lamp.show('hold')
    return 'wait'
  }
}

const TEXT_LENGTH = 256

/** Text and photo by the lengths in front of them; undefined when these are not what a card has. */
export function contentOf(data: Uint8Array): { textBlock: Uint8Array; photo: Uint8Array } | undefined {
  if (data.length < 4) return undefined
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const photoLength = view.getUint16(2)
  if (view.getUint16(0) !== TEXT_LENGTH || data.length !== 4 + TEXT_LENGTH + photoLength) return undefined
  return { textBlock: data.slice(4, 4 + TEXT_LENGTH), photo: data.slice(4 + TEXT_LENGTH) }
}
