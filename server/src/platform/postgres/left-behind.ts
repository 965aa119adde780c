import { spawn, spawnSync } from 'node:child_process'
import { readFile, readlink, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { ConfigError } from '../config.ts'
import type { Binaries } from './binaries.ts'
import { adminUrl } from './cluster.ts'
import { knock } from './launch.ts'
import type { Location } from './location.ts'
import { runAs, serverEnvironment } from './run-as.ts'

/** Any number will do, as long as only supervisors of Zhuji lock it. */
const guardKey = 7_281_650

/** The types of pg leave out that its clients can be told not to keep the process alive. */
export type Guard = Client & { ref(): void; unref(): void }

interface Found {
  pid: number
  startedAt: number
  port: number
}

/** Clears the way for a new server: an earlier one of ours may still run, or have left its pid file. */
export async function clearLeftBehind(binaries: Binaries, location: Location, say: (line: string) => void) {
  const giveUpAt = Date.now() + 30_000
  for (;;) {
    const found = await readPidFile(location)
    if (!found || !isAlive(found.pid)) return // PostgreSQL itself removes the file of a dead process.

    if ((await knock(location, found.port)) === 'ours') {
      await takeOver(binaries, location, found, say)
      return
    }
    if (!(await isServerOf(location, found.pid))) {
      say(`Removing the pid file of an earlier PostgreSQL: pid ${found.pid} is another program now`)
      await rm(join(location.pgdata, 'postmaster.pid'), { force: true })
      return
    }
    // Starting up or shutting down: either way it will soon answer or be gone.
    if (Date.now() > giveUpAt)
      throw new Error(`PostgreSQL (pid ${found.pid}) holds the data and does not answer`)
    await sleep(100)
  }
}

async function takeOver(binaries: Binaries, location: Location, found: Found, say: (line: string) => void) {
  // A supervisor takes the guard as soon as its server answers; give it the time to.
  await sleep(Math.max(0, found.startedAt + 1_500 - Date.now()))
  // Whoever supervises a server holds its guard; a server without one has lost its supervisor.
  const guard = await holdGuard(location, found.port)
  if (!guard) throw alreadyRunning(location.folder)
  say(`PostgreSQL of an earlier run is still there (pid ${found.pid}); stopping it`)
  await guard.end().catch(() => {})
  await stopServer(binaries, location, found.pid)
}

/** A session that locks the guard, or nothing when somebody else holds it. */
export async function holdGuard(location: Location, port: number): Promise<Guard | undefined> {
  const client = new Client({
    connectionString: adminUrl(location, port),
    application_name: 'zhuji supervisor',
  })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query('select pg_try_advisory_lock($1) as held', [guardKey])
  if (rows[0].held) return client as Guard
  await client.end()
  return undefined
}

/** Fast shutdown: open transactions are rolled back; after 10 s without waiting for anything at all. */
export async function stopServer(binaries: Binaries, location: Location, pid: number): Promise<void> {
  await ask(binaries, location, pid, 'SIGINT')
  if (await isGoneWithin(pid, 10_000)) return
  await ask(binaries, location, pid, 'SIGQUIT')
  if (!(await isGoneWithin(pid, 10_000))) throw new Error(`PostgreSQL (pid ${pid}) does not stop`)
}

async function ask(binaries: Binaries, location: Location, pid: number, signal: 'SIGINT' | 'SIGQUIT') {
  if (process.platform !== 'win32') return sendSignal(pid, signal)
  // Windows has no signals; pg_ctl speaks to the server through its own pipe.
  const mode = signal === 'SIGINT' ? 'fast' : 'immediate'
  const args = ['stop', '-W', '-m', mode, '-D', location.pgdata]
  spawn(binaries.pgCtl, args, { env: serverEnvironment, stdio: 'ignore', ...runAs })
}

function sendSignal(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function isGoneWithin(pid: number, milliseconds: number): Promise<boolean> {
  const giveUpAt = Date.now() + milliseconds
  while (isAlive(pid) && !(await isZombie(pid))) {
    if (Date.now() > giveUpAt) return false
    await sleep(10)
  }
  return true
}

function isAlive(pid: number): boolean {
  return sendSignal(pid, 0)
}

async function readPidFile(location: Location): Promise<Found | undefined> {
  const text = await readFile(join(location.pgdata, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Number(lines[0])
  return pid > 0 ? { pid, startedAt: Number(lines[2]) * 1_000, port: Number(lines[3]) } : undefined
}

async function isServerOf(location: Location, pid: number): Promise<boolean> {
  if (await isZombie(pid)) return false
  if (process.platform === 'linux') {
    const link = (name: string) => readlink(`/proc/${pid}/${name}`).catch(() => '')
    // After an update the old program is unlinked, and the kernel says so at the end of its name.
    const program = basename(await link('exe')).replace(' (deleted)', '')
    return program === 'postgres' && (await link('cwd')) === location.pgdata
  }
  if (process.platform === 'win32') return true
  return spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes('postgres')
}

/** A zombie answers to its number, but holds nothing. */
async function isZombie(pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return false
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return text.slice(text.lastIndexOf(')')).startsWith(') Z')
}

export const alreadyRunning = (folder: string) =>
  new ConfigError([
    `Another Zhuji is running on ${folder}: stop it, or choose another folder with DATA_DIR and another PORT`,
  ])
