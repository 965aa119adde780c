import { createPublicKey, type KeyObject, sign } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { enrolReader } from '@zhuji/contract/card-reads.ts'
import { type createClient, ProblemError } from '@zhuji/contract/client.ts'
import { z } from 'zod'
import type { Log } from './log.ts'
import { ifThere, writeDurably } from './store/durable-file.ts'
import { signingKeyIn } from './store/secrets.ts'

const Enrolled = z.object({ readerId: z.uuid(), windowName: z.string() })

/** This bridge's own key, and who it is to the server once it has introduced itself. */
export class BridgeIdentity {
  readonly #key: KeyObject
  readonly #path: string
  #readerId: string | null
  /** The key was there at the start: reads may have been signed with it before. */
  readonly usedBefore: boolean

  private constructor(key: KeyObject, path: string, readerId: string | null, usedBefore: boolean) {
    this.#key = key
    this.#path = path
    this.#readerId = readerId
    this.usedBefore = usedBefore
  }

  static async open(directory: string): Promise<BridgeIdentity> {
    const { key, isNew } = await signingKeyIn(join(directory, 'bridge.key'))
    const path = join(directory, 'reader.json')
    const text = await ifThere(readFile(path, 'utf8'))
    const readerId = text === undefined ? null : Enrolled.parse(JSON.parse(text)).readerId
    return new BridgeIdentity(key, path, readerId, !isNew)
  }

  get readerId(): string | null {
    return this.#readerId
  }

  /** SPKI DER, base64. */
  get publicKey(): string {
    return createPublicKey(this.#key).export({ type: 'spki', format: 'der' }).toString('base64')
  }

  /** A message as it travels: its JSON text, and the signature over exactly these bytes. */
  signed(message: unknown): { payload: string; signature: string } {
    const bytes = Buffer.from(JSON.stringify(message))
    return {
      payload: bytes.toString('base64url'),
      signature: sign(null, bytes, this.#key).toString('base64url'),
    }
  }

  async enrolled(as: z.infer<typeof Enrolled>): Promise<void> {
    await writeDurably(this.#path, JSON.stringify(as))
    this.#readerId = as.readerId
  }
}

export interface EnrolmentParts {
  identity: BridgeIdentity
  /** Given out once for one window; undefined when none is configured. */
  code: string | undefined
  call: ReturnType<typeof createClient>
  log: Log
  again: { first: number; longest: number }
}

/**
 * Introduces the bridge as soon as a module has told its id; tries again while the server cannot be reached. Resolves
 * with whether the bridge is enrolled; a code that the server refuses ends it.
 */
export async function enrol(parts: EnrolmentParts, samId: Uint8Array, stop: AbortSignal): Promise<boolean> {
  const { identity, code, call, log } = parts
  if (identity.readerId !== null || code === undefined) return identity.readerId !== null
  const body = { code, publicKey: identity.publicKey, samId: Buffer.from(samId).toString('base64') }
  for (let pause = parts.again.first; !stop.aborted; pause = Math.min(pause * 2, parts.again.longest)) {
    try {
      await identity.enrolled(await call(enrolReader, { body }))
      log('info', 'reader-enrolled', { readerId: identity.readerId })
      return true
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status < 500) {
        log('error', 'enrolment-refused', { code: error.problem.code })
        return false
      }
      log('warn', 'enrolment-unreachable')
    }
    await sleep(pause, undefined, { signal: stop }).catch(() => undefined)
  }
  return false
}
