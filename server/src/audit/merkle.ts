import { createHash } from 'node:crypto'

const hash = (...parts: readonly Uint8Array[]): Buffer => {
  const digest = createHash('sha256')
  for (const part of parts) digest.update(part)
  return digest.digest()
}

// Different first bytes keep an entry from passing for a node of the tree.
const ofEntry = Buffer.of(0)
const ofNode = Buffer.of(1)

export const leafOf = (entry: string): Buffer => hash(ofEntry, Buffer.from(entry, 'utf8'))

/** The root of a tree over these leaves in their order; 32 zero bytes for none. */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return Buffer.alloc(32)
  let row = leaves
  while (row.length > 1) row = row.flatMap((left, at) => (at % 2 === 0 ? [pairOf(left, row[at + 1])] : []))
  return row[0] as Buffer
}

// A last one without a neighbour rises as it is.
const pairOf = (left: Buffer, right: Buffer | undefined): Buffer => (right ? hash(ofNode, left, right) : left)
