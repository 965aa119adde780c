import { createHash } from 'node:crypto'

const PHOTO_BYTES = 1024

/** 1024 bytes that look like a chip's WLT portrait and hold no picture; a preamble inside them tests the receiver. */
export function wltLikePhoto(seed: Uint8Array): Uint8Array {
  const photo = Buffer.alloc(PHOTO_BYTES)
  for (let at = 0, hash = Buffer.from(seed); at < PHOTO_BYTES; at += hash.length) {
    hash = createHash('sha256').update(hash).digest()
    hash.copy(photo, at)
  }
  photo.write('WLf', 0, 'latin1')
  Buffer.from('AAAAAA96690005', 'hex').copy(photo, 500)
  return photo
}
