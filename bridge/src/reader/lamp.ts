import type { ReaderState } from '@zhuji/contract/bridge.ts'
import type { Log } from '../log.ts'

/** What the reader's lamp says. A notice about a card stays readable for a while, also when the card is gone. */
export class Lamp {
  readonly #noticeTime: number
  readonly #log: Log
  readonly #changed: (state: ReaderState) => void
  #noticeUntil = 0
  state: ReaderState = 'no-reader'

  constructor(noticeTime: number, log: Log, changed: (state: ReaderState) => void) {
    this.#noticeTime = noticeTime
    this.#log = log
    this.#changed = changed
  }

  show(state: ReaderState): void {
    this.#noticeUntil = 0
    this.#set(state)
  }

  notice(state: ReaderState): void {
    this.#noticeUntil = Date.now() + this.#noticeTime
    this.#set(state)
  }

  /** The everyday states, which give way to a notice. */
  showUnlessNotice(state: ReaderState): void {
    if (Date.now() >= this.#noticeUntil) this.#set(state)
  }

  #set(state: ReaderState): void {
    if (state === this.state) return
    this.state = state
    this.#log('info', 'reader-state', { state })
    this.#changed(state)
  }
}
