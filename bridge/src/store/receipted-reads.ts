import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CardReadReceipt } from '@zhuji/contract/card-reads.ts'
import { z } from 'zod'
import { removeDurably, writeDurably } from './durable-file.ts'

const KEPT_DAYS = 30

const Entry = z.object({
  readId: z.uuid(),
  receiptId: z.uuid(),
  receivedAt: z.string(),
  outcome: z.string(),
})

/** What has been sent, for a month: which read got which receipt, and nothing of what a card said. */
export class ReceiptedReads {
  readonly #directory: string
  readonly highest: number

  private constructor(directory: string, highest: number) {
    this.#directory = directory
    this.highest = highest
  }

  static async open(directory: string): Promise<ReceiptedReads> {
    const names = await readdir(directory)
    const highest = Math.max(0, ...names.map((name) => Number.parseInt(name, 10) || 0))
    for (const name of names)
      if (await isOld(join(directory, name))) await removeDurably(join(directory, name))
    return new ReceiptedReads(directory, highest)
  }

  async note(counter: number, receipt: z.infer<typeof CardReadReceipt>): Promise<void> {
    await writeDurably(join(this.#directory, `${counter}.json`), JSON.stringify(Entry.parse(receipt)))
  }
}

async function isOld(path: string): Promise<boolean> {
  try {
    const entry = Entry.parse(JSON.parse(await readFile(path, 'utf8')))
    return Date.now() - Date.parse(entry.receivedAt) > KEPT_DAYS * 86_400_000
  } catch {
    // Half an entry tells nothing; its read was sent again and has another.
    return true
  }
}
