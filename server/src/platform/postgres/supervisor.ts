import type { ChildProcess } from 'node:child_process'
import { realpath, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Binaries, findBinaries } from './binaries.ts'
import { adminUrl, ensureCluster, ensureDatabase, ownerUrl } from './cluster.ts'
import { freePort, isFree, isReady, launch, logTail } from './launch.ts'
import { alreadyRunning, clearLeftBehind, type Guard, holdGuard, stopServer } from './left-behind.ts'
import { keepPort, type Location, prepareLocation, readPort } from './location.ts'

export interface EmbeddedPostgresOptions {
  dataDir: string
  say(line: string): void
  /** For tests: fast, and not to be trusted with anything. */
  throwaway?: boolean
  /** Called when the server ended so often that it is not started again. */
  onGivenUp?(): void
}

export interface EmbeddedPostgres {
  ownerUrl: string
  adminUrl: string
  location: string
  readonly pid: number
  stop(): Promise<void>
}

const restartsAllowed = 5
const restartWindow = 60_000

export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const binaries = await findBinaries()
  const location = await prepareLocation(options.dataDir)
  if (location.folder !== resolve(options.dataDir)) options.say(`The database lies in ${location.folder}`)

  const made = await ensureCluster(binaries, location, options.throwaway ?? false)
  // PostgreSQL names its folder by the real path, and is recognised by that name.
  location.pgdata = await realpath(location.pgdata)
  const supervisor = new Supervisor(binaries, location, options)
  await supervisor.start(made === 'made')
  return {
    ownerUrl: ownerUrl(location, supervisor.port),
    adminUrl: adminUrl(location, supervisor.port),
    location: location.folder,
    get pid() {
      return supervisor.pid
    },
    stop: () => supervisor.stop(),
  }
}

class Supervisor {
  port = 0
  private child: ChildProcess | undefined
  private guard: Guard | undefined
  private restarted: Promise<void> | undefined
  private stopped: Promise<void> | undefined
  private ends: number[] = []
  private readonly binaries: Binaries
  private readonly location: Location
  private readonly options: EmbeddedPostgresOptions

  constructor(binaries: Binaries, location: Location, options: EmbeddedPostgresOptions) {
    this.binaries = binaries
    this.location = location
    this.options = options
  }

  get pid(): number {
    return this.child?.pid ?? 0
  }

  async start(isNew: boolean): Promise<void> {
    const kept = await readPort(this.location)
    for (let attempt = 1; ; attempt++) {
      await clearLeftBehind(this.binaries, this.location, this.options.say)
      this.port = attempt === 1 && kept && (await isFree(kept)) ? kept : await freePort()
      if (await this.run()) break
      const log = await logTail(this.location)
      // The port may be taken between our look and the server's, and the processes of a killed server need a moment.
      const mayPass = /could not bind|still in use|lock file/.test(log)
      if (!mayPass || attempt === 5) throw new Error(`PostgreSQL does not start:\n${log}`)
      await sleep(200)
    }
    await keepPort(this.location, this.port)
    if (isNew && !this.options.throwaway)
      this.options.say(`A new database was made in ${this.location.folder}`)
    await ensureDatabase(this.location, this.port)
  }

  private async run(): Promise<boolean> {
    const throwaway = this.options.throwaway ?? false
    const child = await launch(this.binaries, this.location, { port: this.port, throwaway, endsWithUs: true })
    try {
      if (!(await isReady(child, this.location, this.port))) return false
      await this.keepGuard(child)
    } catch (error) {
      if (child.pid) await stopServer(this.binaries, this.location, child.pid)
      throw error
    }
    if (child.exitCode !== null || child.signalCode !== null) return false
    this.child = child
    child.once('exit', () => {
      if (!this.stopped) this.restarted = this.restart()
    })
    return true
  }

  private async restart(): Promise<void> {
    this.child = undefined
    while (!this.stopped && !this.child) {
      const now = Date.now()
      this.ends = [...this.ends.filter((end) => now - end < restartWindow), now]
      if (this.ends.length > restartsAllowed) {
        this.options.say(
          `PostgreSQL ended ${this.ends.length} times within a minute and stays down; see its log`,
        )
        this.options.onGivenUp?.()
        return
      }
      this.options.say(`PostgreSQL ended unexpectedly; starting it again\n${await logTail(this.location)}`)
      await sleep(50 * 2 ** this.ends.length)
      // A failure here counts as one more end, and the loop decides.
      if (!this.stopped) await this.run().catch((error) => this.options.say(String(error)))
    }
  }

  /** Holds the guard for as long as the server runs, also across its own crash recovery. */
  private async keepGuard(server: ChildProcess): Promise<void> {
    if (this.options.throwaway) return
    const guard = await holdGuard(this.location, this.port)
    if (!guard) throw alreadyRunning(this.location.folder)
    guard.unref()
    this.guard = guard
    guard.once('end', () => void this.regainGuard(server))
  }

  private async regainGuard(server: ChildProcess): Promise<void> {
    while (!this.stopped && this.child === server) {
      const regained = await this.keepGuard(server).then(
        () => true,
        () => false,
      )
      if (regained) return
      await sleep(500, undefined, { ref: false })
    }
  }

  stop(): Promise<void> {
    this.stopped ??= this.end()
    return this.stopped
  }

  private async end(): Promise<void> {
    await this.restarted
    this.guard?.ref()
    await this.guard?.end().catch(() => {})
    if (this.child?.pid) await stopServer(this.binaries, this.location, this.child.pid)
    this.child = undefined
    if (this.options.throwaway) await rm(this.location.folder, { recursive: true, force: true })
  }
}
