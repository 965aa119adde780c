import sharp from 'sharp'
import { RefusedError } from '../platform/refused-error.ts'

// Whoever sends a picture chooses the decoder unless we do.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg'] })
sharp.cache(false)
sharp.concurrency(1)

const mostAtOnce = 2
const mostWaiting = 32

let running = 0
const waiting: (() => void)[] = []

/**
 * Do the scan data make a picture from the first row to the last (R5.3)? Few pictures at a time, so that memory stays
 * bounded; throws `scan-queue-full` when too many wait. Never call it inside a transaction.
 */
export async function decodesWhole(bytes: Uint8Array): Promise<boolean> {
  return inDecodeQueue(async () => {
    try {
      await decoded(bytes)
      return true
    } catch {
      return false // What the decoder says of a broken picture: that is the answer.
    }
  })
}

/** Work on the pixels of one picture, in its turn. Throws `scan-queue-full`; never call it inside a transaction. */
export async function inDecodeQueue<T>(work: () => Promise<T>): Promise<T> {
  await enter()
  try {
    return await work()
  } finally {
    leave()
  }
}

/** The limits that every decoding keeps to. */
export const bounded = { limitInputPixels: 5e7, sequentialRead: true, failOn: 'warning' } as const

// A small picture: every coded block is read all the same, but the decoder makes an eighth of the pixels from it.
function decoded(bytes: Uint8Array): Promise<Buffer> {
  const picture = sharp(bytes, bounded)
  return picture.resize({ width: 64, withoutEnlargement: true }).raw().toBuffer()
}

async function enter(): Promise<void> {
  if (running < mostAtOnce) {
    running += 1
    return
  }
  if (waiting.length >= mostWaiting) throw new RefusedError(503, { code: 'scan-queue-full' })
  await new Promise<void>((resolve) => waiting.push(resolve))
}

// Whoever waits takes the place of who leaves.
function leave(): void {
  const next = waiting.shift()
  if (next) next()
  else running -= 1
}
