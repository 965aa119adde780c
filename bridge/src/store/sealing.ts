import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** AES-256-GCM: suite 1 | nonce 12 | ciphertext | tag 16. Another suite may follow under another number. */
const SUITE = 1
const NONCE = 12
const TAG = 16

export const SEALING_KEY_BYTES = 32

/** Seals bytes for one place: under another name they do not open. */
export function seal(key: Uint8Array, place: string, bytes: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(`${SUITE} ${place}`))
  return Buffer.concat([
    Uint8Array.of(SUITE),
    nonce,
    cipher.update(bytes),
    cipher.final(),
    cipher.getAuthTag(),
  ])
}

/** Throws on bytes that were not sealed with this key for this place. */
export function unseal(key: Uint8Array, place: string, sealed: Uint8Array): Uint8Array {
  if (sealed[0] !== SUITE || sealed.length < 1 + NONCE + TAG) throw new Error('unknown suite')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE))
  decipher.setAAD(Buffer.from(`${SUITE} ${place}`))
  decipher.setAuthTag(sealed.subarray(-TAG))
  return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE, -TAG)), decipher.final()])
}
