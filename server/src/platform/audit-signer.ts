import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { secretFile } from './secret-file.ts'

/** Signs what the audit log must not lose. Its key lies outside the database, so that who alters one lacks the other. */
export interface AuditSigner {
  sign(bytes: Uint8Array): Buffer
  publicKey: KeyObject
}

export function signerOf(privateKey: KeyObject): AuditSigner {
  return { sign: (bytes) => sign(null, bytes, privateKey), publicKey: createPublicKey(privateKey) }
}

/** Opens the Ed25519 key of a file (PKCS 8, PEM); makes it on the first start. */
export async function openAuditSigner(path: string): Promise<AuditSigner> {
  const pem = await secretFile(path, () => {
    const { privateKey } = generateKeyPairSync('ed25519')
    return Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' }))
  })
  const privateKey = createPrivateKey(pem)
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error(`${path} holds no Ed25519 key`)
  return signerOf(privateKey)
}
