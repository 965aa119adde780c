import { createPublicKey, verify } from 'node:crypto'
import { CardReadMessage } from '@zhuji/contract/card-reads.ts'
import { unprocessable } from '../platform/refused-error.ts'

export interface ReceivedRead {
  /** The bytes that were signed. */
  signed: Buffer
  signature: Buffer
  message: CardReadMessage
}

/** Refused with `card-read-malformed` when the signed bytes are no card read of ours. */
export function unpackRead(upload: { payload: string; signature: string }): ReceivedRead {
  const signed = Buffer.from(upload.payload, 'base64url')
  const parsed = CardReadMessage.safeParse(jsonOf(signed))
  if (!parsed.success) throw unprocessable({ code: 'card-read-malformed' })
  return { signed, signature: Buffer.from(upload.signature, 'base64url'), message: parsed.data }
}

export function isSignedBy(publicKey: Buffer, read: ReceivedRead): boolean {
  const key = createPublicKey({ key: publicKey, format: 'der', type: 'spki' })
  return verify(null, read.signed, key, read.signature)
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined // Not JSON: the schema refuses it like any other wrong shape.
  }
}
