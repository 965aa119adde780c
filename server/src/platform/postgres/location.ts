import { createHash, randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { systemFolder } from './binaries.ts'
import { runAs } from './run-as.ts'

export interface Location {
  folder: string
  pgdata: string
  log: string
  secrets: Secrets
}

const Secrets = z.object({ adminPassword: z.string(), ownerPassword: z.string() })
type Secrets = z.infer<typeof Secrets>

export async function prepareLocation(dataDir: string): Promise<Location> {
  const folder = await chooseFolder(resolve(dataDir))
  await mkdir(folder, { recursive: true })
  // Entered by the server's user, listed by nobody else.
  await chmod(folder, runAs ? 0o711 : 0o700)
  return {
    folder,
    pgdata: join(folder, 'pgdata'),
    log: join(folder, 'postgres.log'),
    secrets: await keepSecrets(folder),
  }
}

/** The server is not root: a folder below a closed home is out of its reach, however it is owned. */
async function chooseFolder(dataDir: string): Promise<string> {
  if (!runAs || (await othersMayEnter(dirname(dataDir)))) return dataDir
  return join(systemFolder, createHash('sha256').update(dataDir).digest('hex').slice(0, 16))
}

async function othersMayEnter(folder: string): Promise<boolean> {
  const mode = await stat(folder).then(
    (found) => found.mode,
    () => 0o001, // Not there yet: we shall make it, and it will let others in.
  )
  if ((mode & 0o001) === 0) return false
  return folder === dirname(folder) || othersMayEnter(dirname(folder))
}

async function keepSecrets(folder: string): Promise<Secrets> {
  const file = join(folder, 'secrets.json')
  const fresh: Secrets = { adminPassword: newPassword(), ownerPassword: newPassword() }
  // `wx`: of two first starts at once one writes, and both read the same passwords.
  await writeFile(file, JSON.stringify(fresh), { flag: 'wx', mode: 0o600 }).catch((error) => {
    if (error.code !== 'EEXIST') throw error
  })
  return Secrets.parse(JSON.parse(await readFile(file, 'utf8')))
}

function newPassword(): string {
  return randomBytes(24).toString('base64url')
}

export async function readPort(location: Location): Promise<number | undefined> {
  const text = await readFile(join(location.folder, 'port'), 'utf8').catch(() => '')
  return Number(text) || undefined
}

export async function keepPort(location: Location, port: number): Promise<void> {
  await writeFile(join(location.folder, 'port'), String(port))
}
