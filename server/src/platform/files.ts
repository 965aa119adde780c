import { randomUUID } from 'node:crypto'
import { link, mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where blobs lie: encrypted before they come here, under keys that name no person. */
export interface Files {
  put(key: string, bytes: Uint8Array): Promise<void>
  get(key: string): Promise<Buffer>
  /** The keys put before an instant, a shelf at a time. */
  list(before: Date): AsyncIterable<readonly string[]>
  /** Removes what was put before an instant, and nothing that is put meanwhile. False when it stays. */
  remove(key: string, before: Date): Promise<boolean>
}

const isKey = (name: string) => /^[0-9a-f]{8,}$/.test(name)

/** Was it written (or, of `ctime`, last moved) before an instant? What is gone is not. */
async function isOlder(path: string, before: Date, by: 'mtime' | 'ctime' = 'mtime'): Promise<boolean> {
  const found = await orNone(stat(path))
  return found !== undefined && found[by] < before
}

/** Undefined where a file or its directory is not there: another moved it, or nothing was ever put. */
async function orNone<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

/** Blobs in a directory: written beside, synced, renamed, so that a name stands for whole bytes or nothing. */
export function localFiles(root: string): Files {
  const pathOf = (key: string): string => {
    if (!isKey(key)) throw new Error('a blob key is lower-case hex')
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
    async *list(before) {
      for (const shelf of await namesIn(root)) yield await oldOn(join(root, shelf), before)
    },
    async remove(key, before) {
      const path = pathOf(key)
      // Moved aside before it is judged: what is put from now on is another file.
      const aside = `${path}.${randomUUID()}.aside`
      await rename(path, aside)
      if (!(await isOlder(aside, before))) {
        await putBack(aside, path)
        return false
      }
      await unlink(aside)
      return true
    },
  }
}

const namesIn = async (path: string): Promise<string[]> => (await orNone(readdir(path))) ?? []

/** The keys of one shelf that were put before an instant. */
async function oldOn(shelf: string, before: Date): Promise<string[]> {
  const old: string[] = []
  for (const name of await namesIn(shelf)) {
    const path = join(shelf, name)
    if (!isKey(name)) await settle(path, before)
    else if (await isOlder(path, before)) old.push(name)
  }
  return old
}

/** What a crash left in the middle: a write that was not finished goes, a removal that was not decided is taken back. */
async function settle(path: string, before: Date): Promise<void> {
  const [, key, aside] = /^(.*[\\/][0-9a-f]{8,})\.[0-9a-f-]{36}(\.aside)?$/.exec(path) ?? []
  if (!key || !(await isOlder(path, before, aside ? 'ctime' : 'mtime'))) return
  if (aside) await putBack(path, key)
  else await unlink(path)
}

/** Under its name again, unless something newer bears it. */
async function putBack(aside: string, path: string): Promise<void> {
  try {
    await link(aside, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  await unlink(aside)
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}
