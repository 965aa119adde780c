import { Readable } from 'node:stream'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** One file of the archive; its bytes are read when its turn comes, and not before. */
export interface ArchiveFile {
  name: string
  /** Pictures are compressed already. */
  isText: boolean
  read(): Promise<Uint8Array> | Uint8Array
}

/**
 * The files as one ZIP, made while it is sent: the next file is read only after the one before has left, so that a
 * single one is in memory however many there are.
 */
export const archiveOf = (files: readonly ArchiveFile[]): Readable =>
  Readable.from(chunksOf(files), { objectMode: false, highWaterMark: 64 * 1024 })

async function* chunksOf(files: readonly ArchiveFile[]): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  for (const file of files) {
    const entry = file.isText ? new ZipDeflate(file.name, { level: 6 }) : new ZipPassThrough(file.name)
    zip.add(entry)
    entry.push(await file.read(), true)
    yield* ready
    ready = []
  }
  zip.end()
  yield* ready
}
