import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CardReadReceipt, SignedCardRead } from '@zhuji/contract/card-reads.ts'
import { z } from 'zod'
import type { Log } from '../log.ts'
import { DurableCounter } from './counter.ts'
import { makePrivateDirectory, moveDurably, removeDurably, writeDurably } from './durable-file.ts'
import { ReceiptedReads } from './receipted-reads.ts'
import { seal, unseal } from './sealing.ts'

const StoredRead = z.object({ readId: z.uuid(), counter: z.int().positive(), signed: SignedCardRead })
/** A read as it lies on the disk until the server has it. */
export type StoredRead = z.infer<typeof StoredRead>

export interface StorePlace {
  directory: string
  key: Uint8Array
  /** Numbers have been used on this PC before. */
  usedBefore: boolean
  log: Log
}

const FILE = /^(\d+)\.read$/
const fileOf = (counter: number) => `${String(counter).padStart(12, '0')}.read`

/** The reads of this PC that the server has not receipted: sealed, one file each, and there after any loss of power. */
export class ReadStore {
  readonly #directory: string
  readonly #key: Uint8Array
  readonly #log: Log
  readonly #receipted: ReceiptedReads
  readonly #counter: DurableCounter
  /** What lay there at the start, in counter order. */
  readonly found: StoredRead[]
  /** Files that do not open. They are set aside for a later look and never deleted. */
  damaged: number

  private constructor(place: StorePlace, parts: StoreParts) {
    this.#directory = place.directory
    this.#key = place.key
    this.#log = place.log
    this.#receipted = parts.receipted
    this.#counter = parts.counter
    this.found = parts.found
    this.damaged = parts.damaged
  }

  static async open(place: StorePlace): Promise<ReadStore> {
    for (const name of ['', 'reads', 'damaged', 'receipted'])
      await makePrivateDirectory(join(place.directory, name))
    const receipted = await ReceiptedReads.open(join(place.directory, 'receipted'))
    const names = await readdir(join(place.directory, 'reads'))
    const found: StoredRead[] = []
    for (const name of names.filter((name) => FILE.test(name)).sort()) {
      const read = await openRead(place, name)
      if (read) found.push(read)
    }
    const aside = await readdir(join(place.directory, 'damaged'))
    const highest = Math.max(0, receipted.highest, ...[...names, ...aside].map(counterIn))
    const counter = await DurableCounter.open(join(place.directory, 'counter'), highest, place.usedBefore)
    return new ReadStore(place, { receipted, counter, found, damaged: aside.length })
  }

  nextCounter(): Promise<number> {
    return this.#counter.next()
  }

  /** Resolves when the read is on the disk; rejects when it is not. */
  async save(read: StoredRead): Promise<void> {
    const name = fileOf(read.counter)
    const sealed = seal(this.#key, name, Buffer.from(JSON.stringify(read)))
    await writeDurably(join(this.#directory, 'reads', name), sealed)
  }

  /** Purges a read that the server has. */
  async receipted(read: StoredRead, receipt: z.infer<typeof CardReadReceipt>): Promise<void> {
    await this.#receipted.note(read.counter, receipt)
    await removeDurably(join(this.#directory, 'reads', fileOf(read.counter)))
    this.#log('info', 'read-purged', { counter: read.counter, receiptId: receipt.receiptId })
  }
}

interface StoreParts {
  receipted: ReceiptedReads
  counter: DurableCounter
  found: StoredRead[]
  damaged: number
}

const counterIn = (name: string) => Number(/^\d+/.exec(name)?.[0] ?? 0)

async function openRead(place: StorePlace, name: string): Promise<StoredRead | undefined> {
  const path = join(place.directory, 'reads', name)
  const sealed = await readFile(path)
  try {
    return StoredRead.parse(JSON.parse(Buffer.from(unseal(place.key, name, sealed)).toString()))
  } catch {
    // Whatever is wrong with it, it is no read any more; somebody with the key and the disk may still save it.
    await moveDurably(path, join(place.directory, 'damaged', `${name}.${Date.now()}`))
    place.log('error', 'read-damaged', { counter: counterIn(name) })
    return undefined
  }
}
