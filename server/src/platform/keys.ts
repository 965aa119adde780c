import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import type { Db } from './database.ts'

/** Holds the master key, here or in a module that never gives it out: it wraps and unwraps data keys only. */
export interface KeyProvider {
  wrap(key: Buffer): Promise<Buffer>
  unwrap(wrapped: Buffer): Promise<Buffer>
}

export const purposes = ['seal', 'index', 'mac'] as const
export type KeyPurpose = (typeof purposes)[number]

interface DataKey<Key> {
  id: number
  key: Key
}

/** The data keys of this installation, unwrapped once at start. */
export class KeyRing {
  // Key objects: a cipher or an HMAC takes ten times as long to begin with the bytes of a key.
  readonly #keys: ReadonlyMap<KeyPurpose, readonly DataKey<KeyObject>[]>
  readonly #derived = new Map<string, KeyObject>()

  constructor(keys: ReadonlyMap<KeyPurpose, readonly DataKey<Buffer>[]>) {
    const loaded = ({ id, key }: DataKey<Buffer>) => ({ id, key: createSecretKey(key) })
    this.#keys = new Map([...keys].map(([purpose, all]) => [purpose, all.map(loaded)]))
  }

  /** The newest key of a purpose: what new values are made with. */
  current(purpose: KeyPurpose): DataKey<KeyObject> {
    const key = this.#keys.get(purpose)?.at(-1)
    if (!key) throw new Error(`no key for ${purpose}`)
    return key
  }

  byId(purpose: KeyPurpose, id: number): KeyObject {
    const found = this.#keys.get(purpose)?.find((key) => key.id === id)
    if (!found) throw new Error(`no key ${id} for ${purpose}`)
    return found.key
  }

  /** HMAC-SHA-256 under a key of its own for each use, so that one use's answers mean nothing to another. */
  mac(use: string, ...parts: readonly (string | Uint8Array)[]): Buffer {
    const mac = createHmac('sha256', this.#keyOf(use))
    for (const part of parts) {
      const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part
      // Lengths keep ('ab','c') and ('a','bc') apart.
      mac.update(Uint32Array.of(bytes.length)).update(bytes)
    }
    return mac.digest()
  }

  derive(use: string): Buffer {
    return this.#keyOf(use).export()
  }

  #keyOf(use: string): KeyObject {
    let key = this.#derived.get(use)
    if (!key) {
      key = createSecretKey(Buffer.from(hkdfSync('sha256', this.current('mac').key, '', use, 32)))
      this.#derived.set(use, key)
    }
    return key
  }
}

/** A master key kept by configuration: AES-256-GCM around each data key. */
export function softwareKeyProvider(masterKey: Buffer): KeyProvider {
  if (masterKey.length !== 32) throw new Error('the master key has 32 bytes')
  return {
    async wrap(key) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', masterKey, nonce)
      return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()])
    },
    async unwrap(wrapped) {
      const decipher = createDecipheriv('aes-256-gcm', masterKey, wrapped.subarray(0, 12))
      decipher.setAuthTag(wrapped.subarray(-16))
      return Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()])
    },
  }
}

/** Loads the data keys and makes those that a new installation lacks. Throws when the master key is not theirs. */
export async function openKeyRing(db: Db, provider: KeyProvider): Promise<KeyRing> {
  for (const purpose of purposes) {
    const wrapped = await provider.wrap(randomBytes(32))
    // Several servers may start at once: the first key stands.
    await db
      .insertInto('data_key')
      .values({ purpose, id: 1, suite: 1, wrapped })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  const rows = await db
    .selectFrom('data_key')
    .selectAll()
    .where('retired_at', 'is', null)
    .orderBy('id')
    .execute()
  const keys = new Map<KeyPurpose, DataKey<Buffer>[]>()
  for (const row of rows) {
    const purpose = row.purpose as KeyPurpose
    keys.set(purpose, [...(keys.get(purpose) ?? []), { id: row.id, key: await provider.unwrap(row.wrapped) }])
  }
  return new KeyRing(keys)
}
