import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where blobs lie: encrypted before they come here, under keys that name no person. */
export interface Files {
  put(key: string, bytes: Uint8Array): Promise<void>
  get(key: string): Promise<Buffer>
}

/** Blobs in a directory: written beside, synced, renamed, so that a name stands for whole bytes or nothing. */
export function localFiles(root: string): Files {
  const pathOf = (key: string): string => {
    if (!/^[0-9a-f]{8,}$/.test(key)) throw new Error('a blob key is lower-case hex')
    return join(root, key.slice(0, 2), key)
  }
  return {
    async put(key, bytes) {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const temporary = `${path}.${randomUUID()}`
      const file = await open(temporary, 'w', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(temporary, path)
      await syncDirectory(dirname(path))
    },
    get: (key) => readFile(pathOf(key)),
  }
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}
