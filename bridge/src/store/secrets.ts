import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { ifThere, writeDurably } from './durable-file.ts'
import { SEALING_KEY_BYTES } from './sealing.ts'

/** A secret made on the first start and kept from then on. One that cannot be used stops the start: it is never replaced. */
async function keptSecret(path: string, make: () => Buffer): Promise<{ bytes: Buffer; isNew: boolean }> {
  const kept = await ifThere(readFile(path))
  if (kept) return { bytes: kept, isNew: false }
  const bytes = make()
  await writeDurably(path, bytes)
  return { bytes, isNew: true }
}

export async function sealingKeyIn(path: string): Promise<Uint8Array> {
  const { bytes } = await keptSecret(path, () => randomBytes(SEALING_KEY_BYTES))
  if (bytes.length !== SEALING_KEY_BYTES) throw new Error('the sealing key is damaged')
  return bytes
}

export async function signingKeyIn(path: string): Promise<{ key: KeyObject; isNew: boolean }> {
  const { bytes, isNew } = await keptSecret(path, () =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' }),
  )
  return { key: createPrivateKey({ key: bytes, type: 'pkcs8', format: 'der' }), isNew }
}
