import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { KeyRing } from './keys.ts'

const aes256gcm = 1
const head = 3 // suite, key id (two bytes)
const nonceLength = 12
const tagLength = 16

/** Where a sealed value lives. It opens nowhere else, so that rows cannot be transplanted. */
export interface Place {
  table: string
  column: string
  /** The person, or the row where no person is known yet. */
  owner: string
}

const associated = (place: Place): Buffer =>
  Buffer.from(`${place.table}.${place.column}:${place.owner}`, 'utf8')

/** Sealed value = suite | key id | nonce | ciphertext | tag. */
export function sealBytes(keys: KeyRing, place: Place, bytes: Uint8Array): Buffer {
  const { id, key } = keys.current('seal')
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(associated(place))
  return Buffer.concat([
    Buffer.of(aes256gcm, id >> 8, id & 0xff),
    nonce,
    cipher.update(bytes),
    cipher.final(),
    cipher.getAuthTag(),
  ])
}

/** Throws when the value was altered, moved from another place, or sealed with a suite or key not at hand. */
export function unsealBytes(keys: KeyRing, place: Place, sealed: Uint8Array): Buffer {
  if (sealed[0] !== aes256gcm) throw new Error(`unknown sealing suite ${sealed[0]}`)
  const id = ((sealed[1] ?? 0) << 8) | (sealed[2] ?? 0)
  const nonce = sealed.subarray(head, head + nonceLength)
  const decipher = createDecipheriv('aes-256-gcm', keys.byId('seal', id), nonce)
  decipher.setAAD(associated(place))
  decipher.setAuthTag(sealed.subarray(-tagLength))
  return Buffer.concat([decipher.update(sealed.subarray(head + nonceLength, -tagLength)), decipher.final()])
}

export const sealText = (keys: KeyRing, place: Place, text: string): Buffer =>
  sealBytes(keys, place, Buffer.from(text, 'utf8'))

export const unsealText = (keys: KeyRing, place: Place, sealed: Uint8Array): string =>
  unsealBytes(keys, place, sealed).toString('utf8')

export const sealJson = (keys: KeyRing, place: Place, value: unknown): Buffer =>
  sealText(keys, place, JSON.stringify(value))

export const unsealJson = <T>(keys: KeyRing, place: Place, sealed: Uint8Array): T =>
  JSON.parse(unsealText(keys, place, sealed)) as T

/** A keyed hash for exact search over sealed values. */
export function blindIndex(keys: KeyRing, kind: string, value: string): { keyId: number; index: Buffer } {
  const { id, key } = keys.current('index')
  const index = createHmac('sha256', key)
    .update(kind, 'utf8')
    .update(Buffer.of(0))
    .update(value, 'utf8')
    .digest()
  return { keyId: id, index }
}
