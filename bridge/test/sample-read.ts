import { randomUUID } from 'node:crypto'
import type { StoredRead } from '../src/store/read-store.ts'

/** A stored read whose message nobody signed: for what happens to reads on the disk and on the way. */
export function sampleRead(counter: number): StoredRead {
  const readId = randomUUID()
  const message = {
    readId,
    readerId: randomUUID(),
    counter,
    readAt: new Date().toISOString(),
    ticket: 'ticket',
    samId: Buffer.alloc(16).toString('base64'),
    assurance: 'chip',
    textBlock: Buffer.alloc(256, ' ').toString('base64'),
    portrait: { format: 'none', bytes: '' },
    presentedBy: 'person',
    challenge: null,
  }
  const payload = Buffer.from(JSON.stringify(message)).toString('base64url')
  return { readId, counter, signed: { payload, signature: 'none' } }
}
