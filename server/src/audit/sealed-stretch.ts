import { verify } from 'node:crypto'
import type { AuditSigner } from '../platform/audit-signer.ts'
import { merkleRoot } from './merkle.ts'

/** An entry as it was sealed: which, and what all its columns hashed to. */
export interface SealedEntry {
  id: string
  leaf: Buffer
}

/** The entries whose transactions began at or after `from` and before `below`, with what binds them to the past. */
export interface Stretch {
  number: string
  from: string
  below: string
  entries: number
  root: Buffer
  previous: Buffer
}

/** What the signature stands under. */
export const signedBytes = ({ number, from, below, entries, root, previous }: Stretch): Buffer =>
  Buffer.from(
    JSON.stringify([number, from, below, entries, root.toString('hex'), previous.toString('hex')]),
    'utf8',
  )

/** Did our key sign it? */
export const isOurs = (signer: AuditSigner, root: Stretch & { signature: Buffer }): boolean =>
  verify(null, signedBytes(root), signer.publicKey, root.signature)

const idLength = 16
const leafLength = 32

export const packLeaves = (entries: readonly SealedEntry[]): Buffer =>
  Buffer.concat(entries.flatMap(({ id, leaf }) => [Buffer.from(id.replaceAll('-', ''), 'hex'), leaf]))

export function unpackLeaves(bytes: Buffer): SealedEntry[] {
  const entries: SealedEntry[] = []
  for (let at = 0; at < bytes.length; at += idLength + leafLength)
    entries.push({
      id: uuidOf(bytes.subarray(at, at + idLength).toString('hex')),
      leaf: bytes.subarray(at + idLength, at + idLength + leafLength),
    })
  return entries
}

const uuidOf = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')

/** An entry's id is among the columns that its leaf hashes. */
export const rootOf = (entries: readonly SealedEntry[]): Buffer => merkleRoot(entries.map(({ leaf }) => leaf))
