import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, open, readFile, rename, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { adminUrl, withClient } from './cluster.ts'
import type { Location } from './location.ts'
import { runAs, serverEnvironment } from './run-as.ts'

const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find(
  (path) => process.platform === 'linux' && existsSync(path),
)
const logLimit = 10_000_000

export interface Launch {
  port: number
  throwaway: boolean
  /** Linux only: the kernel asks the server to shut down when this process dies, however it dies. */
  endsWithUs: boolean
}

export async function launch(binaries: Binaries, location: Location, how: Launch): Promise<ChildProcess> {
  const log = await openLog(location.log)
  const [program, args] = commandLine(binaries.postgres, [...settings(location, how)], how.endsWithUs)
  const ids = program === setpriv ? {} : runAs
  const child = spawn(program, args, {
    cwd: '/',
    env: serverEnvironment,
    stdio: ['ignore', log.fd, log.fd],
    // Its own group: Ctrl-C in the terminal is for us, and we close the connections first.
    detached: true,
    ...ids,
  })
  await new Promise((started, failed) => child.once('spawn', started).once('error', failed))
  child.unref()
  await log.close()
  return child
}

function commandLine(postgres: string, args: string[], endsWithUs: boolean): [string, string[]] {
  if (!(setpriv && endsWithUs)) return [postgres, args]
  const identity = runAs ? [`--reuid=${runAs.uid}`, `--regid=${runAs.gid}`, '--clear-groups'] : []
  return [setpriv, [...identity, '--pdeathsig', 'INT', postgres, ...args]]
}

function settings(location: Location, { port, throwaway }: Launch): string[] {
  const options: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'Asia/Shanghai',
    // The log is no place for persons' data: neither statements nor the values that broke a constraint.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(throwaway && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
  }
  const flags = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return ['-D', location.pgdata, '-p', String(port), ...flags]
}

async function openLog(file: string) {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  )
  if (size > logLimit) await rename(file, `${file}.1`)
  const log = await open(file, 'a', 0o600)
  await chmod(file, 0o600)
  return log
}

export async function logTail(location: Location): Promise<string> {
  const text = await readFile(location.log, 'utf8').catch(() => '')
  return text.trimEnd().split('\n').slice(-8).join('\n')
}

/** Resolves once the server answers; `false` when it ended instead. */
export async function isReady(child: ChildProcess, location: Location, port: number): Promise<boolean> {
  const giveUpAt = Date.now() + 60_000
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) return false
    const answer = await knock(location, port)
    if (answer === 'ours') return true
    if (answer === 'wrong-password') {
      throw new Error(
        `The database in ${location.pgdata} does not take the password kept in ${location.folder}`,
      )
    }
    // Recovery after a crash may take long, and cutting it short would only start it over.
    if (answer !== 'starting' && Date.now() > giveUpAt)
      throw new Error('PostgreSQL does not answer after 60 s')
    await sleep(20)
  }
}

export type Answer = 'ours' | 'other' | 'wrong-password' | 'starting' | 'none'

/** Who is on that port? Only the server of this very data directory is ours. */
export async function knock(location: Location, port: number): Promise<Answer> {
  try {
    return await withClient(adminUrl(location, port), async (client) => {
      const { rows } = await client.query('show data_directory')
      return rows[0].data_directory === location.pgdata ? 'ours' : 'other'
    })
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code === '28P01') return 'wrong-password'
    return code === '57P03' ? 'starting' : 'none'
  }
}

export async function freePort(): Promise<number> {
  return listenOn(0).then((port) => port as number)
}

export async function isFree(port: number): Promise<boolean> {
  return (await listenOn(port)) !== undefined
}

function listenOn(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(undefined))
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' ? address?.port : undefined))
    })
  })
}
