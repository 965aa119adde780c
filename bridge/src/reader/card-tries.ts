export type CardTrouble = 'moved' | 'card-rejected' | 'card-fault'

const TELL_AFTER = 3

/** Counts what goes wrong with one laying-down of a card: a swiped card is retried silently before the clerk hears. */
export class CardTries {
  readonly #silent: number
  #trouble: CardTrouble | undefined
  #count = 0
  #since = 0

  constructor(silent: number) {
    this.#silent = silent
  }

  clear(): void {
    this.#trouble = undefined
    this.#count = 0
  }

  /** Notes one failure; gives what the clerk is to be told, if it is time. */
  failed(trouble: CardTrouble): CardTrouble | undefined {
    if (this.#trouble === undefined) this.#since = Date.now()
    this.#count = trouble === this.#trouble ? this.#count + 1 : 1
    this.#trouble = trouble
    const told = this.#count >= TELL_AFTER || (trouble === 'moved' && this.#lapsed()) ? trouble : undefined
    if (told) this.clear()
    return told
  }

  /** The card is not there any more: a failure that no retry mended in time has become `moved`. */
  cardGone(): 'moved' | undefined {
    if (this.#trouble === undefined || !this.#lapsed()) return undefined
    this.clear()
    return 'moved'
  }

  #lapsed(): boolean {
    return Date.now() - this.#since >= this.#silent
  }
}
