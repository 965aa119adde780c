import { readFile } from 'node:fs/promises'
import { ifThere, writeDurably } from './durable-file.ts'

/** Farther than a PC counts between two looks at its disk: beyond it no number has been used. */
const LEAP = 1_000_000

/** The running number of reads. One is on the disk before it is given out, so none is given out twice. */
export class DurableCounter {
  readonly #path: string
  #last: number
  #writing: Promise<void> = Promise.resolve()

  private constructor(path: string, last: number) {
    this.#path = path
    this.#last = last
  }

  /**
   * `atLeast` is the highest number known from elsewhere; `mustExist` says that numbers have been used before: then
   * a file that is gone or damaged makes the counter leap ahead, because a gap is harmless and a repetition is not.
   */
  static async open(path: string, atLeast: number, mustExist: boolean): Promise<DurableCounter> {
    const text = await ifThere(readFile(path, 'utf8'))
    const stored = text !== undefined && /^\d{1,15}\n$/.test(text) ? Number(text) : undefined
    const lost = stored === undefined && (mustExist || text !== undefined || atLeast > 0)
    const last = Math.max(stored ?? 0, atLeast) + (lost ? LEAP : 0)
    if (stored === undefined) await writeDurably(path, `${last}\n`)
    return new DurableCounter(path, last)
  }

  next(): Promise<number> {
    const number = ++this.#last
    const written = this.#writing.then(() => writeDurably(this.#path, `${number}\n`))
    // A number whose writing failed is lost to its read alone; the next one is written on its own.
    this.#writing = written.catch(() => undefined)
    return written.then(() => number)
  }
}
