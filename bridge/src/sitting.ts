import { randomUUID } from 'node:crypto'
import type { BridgeRead, BridgeStatus, startSitting } from '@zhuji/contract/bridge.ts'
import type { CardReadMessage } from '@zhuji/contract/card-reads.ts'
import { cardFlagsOf } from '@zhuji/domain/card-flags.ts'
import type { z } from 'zod'
import type { BridgeIdentity } from './keys.ts'
import type { Log } from './log.ts'
import { RefusedError } from './problem-answer.ts'
import type { CardOnReader } from './reader/card-cycle.ts'
import type { ReadStore } from './store/read-store.ts'
import type { Upload } from './upload.ts'
import type { Uploading } from './uploading.ts'

export type Opening = z.output<(typeof startSitting)['body']>

/** A read of this sitting with what its card said, which is kept in memory only. */
interface SittingRead {
  upload: Upload
  shown: Pick<BridgeRead, 'readAt' | 'flags' | 'presentedBy' | 'facts' | 'portrait'>
}

interface ReadBy {
  readerId: string
  samId: Uint8Array
  /** The one moment that decides whether the ticket is over, and that the message tells. */
  now: number
}

export interface SittingParts {
  identity: BridgeIdentity
  store: Pick<ReadStore, 'nextCounter' | 'save'>
  uploading: Uploading
  log: Log
  changed(): void
  /** YYYY-MM-DD in Asia/Shanghai. */
  today(): string
  /** Milliseconds, as `Date.now` gives them. */
  now(): number
}

/** One clerk's reading of any number of cards (R2.3): signs each, makes it durable, and counts people. */
export class Sitting {
  readonly #parts: SittingParts
  #opening: Opening | undefined
  #reads: SittingRead[] = []
  #saving = 0
  id: string | null = null
  /** The disk takes nothing: no card can be read. */
  storageFails = false

  constructor(parts: SittingParts) {
    this.#parts = parts
  }

  begin(opening: Opening): void {
    if (this.#parts.identity.readerId === null) throw new RefusedError(409, 'reader-not-enrolled')
    this.#refuseWhileSaving()
    this.#opening = opening
    this.#reads = []
    this.id = randomUUID()
    this.#parts.uploading.resend()
    this.#parts.changed()
  }

  end(): void {
    this.#refuseWhileSaving()
    this.#opening = undefined
    this.#reads = []
    this.id = null
    this.#parts.changed()
  }

  #refuseWhileSaving(): void {
    if (this.#saving > 0) throw new RefusedError(409, 'reads-not-saved')
  }

  /** The sitting outlived its ticket: the server would refuse every further read for ever (R2.6). */
  get ticketIsOver(): boolean {
    return this.#opening !== undefined && isOver(this.#opening, this.#parts.now())
  }

  /**
   * Resolves when the read is durable, with whether it was kept: a card that comes when no sitting is open, or when
   * its ticket is over, is not read.
   */
  async take(card: CardOnReader, samId: Uint8Array): Promise<boolean> {
    const opening = this.#opening
    const now = this.#parts.now()
    const { readerId } = this.#parts.identity
    if (!opening || readerId === null || isOver(opening, now)) return false
    this.#saving += 1
    try {
      this.#reads.push(await this.#keep(card, messageOf(card, { ...opening, readerId, samId, now })))
      this.storageFails = false
      return true
    } catch (error) {
      this.storageFails = true
      this.#parts.log('error', 'read-not-saved', { code: (error as NodeJS.ErrnoException).code ?? null })
      throw error
    } finally {
      this.#saving -= 1
      this.#parts.changed()
    }
  }

  async #keep(card: CardOnReader, message: Omit<CardReadMessage, 'counter'>): Promise<SittingRead> {
    const { identity, store, uploading, today } = this.#parts
    const counter = await store.nextCounter()
    const read = { readId: message.readId, counter, signed: identity.signed({ ...message, counter }) }
    await store.save(read)
    return {
      upload: uploading.add(read),
      shown: {
        readAt: message.readAt,
        flags: cardFlagsOf(card.facts, today()),
        presentedBy: message.presentedBy,
        facts: card.facts,
        portrait: { format: message.portrait.format, jpeg: null },
      },
    }
  }

  /**
   * People by their number (R2.3), where a read without one is a person of its own: sent is who was sent once, failed
   * is whose every read did not go through so far.
   */
  get tally(): BridgeStatus['tally'] {
    const people = Map.groupBy(this.#reads, personOf).values()
    const states = [...people].map((reads) => reads.map(({ upload }) => upload.state))
    const succeeded = states.filter((of) => of.includes('sent'))
    const failed = states.filter((of) => !of.includes('sent') && of.includes('failed'))
    return { read: states.length, succeeded: succeeded.length, failed: failed.length }
  }

  /** Newest last, as the cards came. */
  get reads(): BridgeRead[] {
    return this.#reads.map(({ upload, shown }) => ({
      ...shown,
      readId: upload.read.readId,
      counter: upload.read.counter,
      state: upload.state,
      failure: upload.failure,
      attempts: upload.attempts,
      flags: upload.receipt?.flags ?? shown.flags,
      outcome: upload.receipt?.outcome ?? null,
    }))
  }
}

const isOver = ({ ticketExpiresAt }: Opening, now: number) => now >= Date.parse(ticketExpiresAt)

const personOf = ({ shown, upload }: SittingRead) => shown.facts.number || upload.read.readId

function messageOf(
  { textBlock, photo }: CardOnReader,
  { readerId, samId, ticket, presentedBy, challenge, now }: Omit<Opening, 'ticketExpiresAt'> & ReadBy,
): Omit<CardReadMessage, 'counter'> {
  return {
    readId: randomUUID(),
    readerId,
    readAt: new Date(now).toISOString(),
    ticket,
    samId: Buffer.from(samId).toString('base64'),
    assurance: 'chip',
    textBlock: Buffer.from(textBlock).toString('base64'),
    portrait: { format: photo.length > 0 ? 'wlt' : 'none', bytes: Buffer.from(photo).toString('base64') },
    presentedBy,
    challenge,
  }
}
