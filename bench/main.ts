import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { withClient } from '../server/src/platform/postgres/cluster.ts'
import { startEmbeddedPostgres } from '../server/src/platform/postgres/supervisor.ts'
import { serverFlags } from '../tools/server-flags.ts'
import { type Child, startChild } from './children.ts'
import { measure } from './load.ts'
import { openSeeding, ourEnvironment } from './ours.ts'
import { madeScans } from './scans.ts'
import { recordsPerPerson, seed } from './seed.ts'
import { type Workload, workloads } from './workloads.ts'

// How near our server comes to what the platform allows; see docs/performance.md. Nothing stays behind.
const { values: options } = parseArgs({
  options: {
    people: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '2' },
    only: { type: 'string', default: '' },
    /** A folder for a CPU profile of our server. */
    profile: { type: 'string' },
  },
})
const people = Number(options.people)
const rounds = Number(options.rounds)
const milliseconds = Number(options.seconds) * 1000

const say = (line = '') => console.log(line)
let peak = 0
const undo: (() => Promise<unknown>)[] = []
try {
  await bench()
} finally {
  for (const step of undo.reverse()) await step()
}

async function bench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'zhuji-bench-'))
  undo.push(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  await chmod(folder, 0o711)
  const began = performance.now()
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), say: () => {} })
  undo.push(() => postgres.stop())
  const databaseSeconds = (performance.now() - began) / 1000

  const masterKey = randomBytes(32)
  const environment = await ourEnvironment(folder, postgres.ownerUrl, masterKey)
  const ours = await startChild('server/src/main.ts', {
    env: environment,
    flags: [...serverFlags, ...(options.profile ? ['--cpu-prof', `--cpu-prof-dir=${options.profile}`] : [])],
  })
  undo.push(() => ours.stop())
  await sayMachine(postgres.ownerUrl)
  const ourUrl = `http://127.0.0.1:${environment.PORT}`
  const limit = await startLimit(postgres.ownerUrl, join(folder, 'limit'))
  const { db, keys } = await openSeeding(postgres.ownerUrl, masterKey)
  const seedingBegan = performance.now()
  const seeded = await seed(db, keys, people)
  await db.destroy()
  await withClient(postgres.ownerUrl, (client) => client.query('vacuum analyze'))
  say(
    `${people} people with ${recordsPerPerson} records each, seeded in ${((performance.now() - seedingBegan) / 1000).toFixed(1)} s; 16 connections; median of ${rounds} alternating rounds`,
  )

  say(
    `\n${'workload'.padEnd(26)}${['limit', 'ours', 'ratio', 'goal', 'MiB'].map((word) => word.padStart(9)).join('')}`,
  )
  for (const workload of workloads(seeded, keys, await madeScans()))
    if (workload.name.includes(options.only)) await run(workload, limit.url, ourUrl)
  say(`${'find by name prefix'.padEnd(26)}  not measured: the search does not exist yet`)
  say()
  sayBound('memory of our server under load', await peakMemory(ourUrl), 200, 'MiB')
  sayBound('first start with a new database', databaseSeconds + ours.seconds, 10, 's')
}

async function run({ name, goal, limit, ours }: Workload, limitUrl: string, ourUrl: string): Promise<void> {
  const [limits, own]: [number[], number[]] = [[], []]
  await measure(limitUrl, limit, milliseconds / 4)
  await measure(ourUrl, ours, milliseconds / 4)
  for (let round = 0; round < rounds; round++) {
    limits.push(await measure(limitUrl, limit, milliseconds))
    own.push(await measure(ourUrl, ours, milliseconds))
    await peakMemory(ourUrl)
  }
  const ratio = median(own) / median(limits)
  const figures = [
    median(limits).toFixed(0),
    median(own).toFixed(0),
    ratio.toFixed(2),
    `≥ ${goal}`,
    peak.toFixed(0),
  ]
  say(`${name.padEnd(26)}${figures.map((text) => text.padStart(9)).join('')} ${ratio >= goal ? '✓' : '✗'}`)
}

/** The most that the server held at any look. */
async function peakMemory(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text()
  const bytes = Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1])
  peak = Math.max(peak, bytes / 2 ** 20)
  return peak
}

async function startLimit(ownerUrl: string, files: string): Promise<Child> {
  const limit = await startChild('bench/limit.ts', { args: [ownerUrl, files] })
  undo.push(() => limit.stop())
  return limit
}

async function sayMachine(ownerUrl: string): Promise<void> {
  const version = await withClient(
    ownerUrl,
    async (client) => (await client.query('show server_version')).rows[0],
  )
  say(
    `${availableParallelism()} cores (${cpus()[0]?.model.trim()}), ${process.platform} ${process.arch}, Node ${process.versions.node}, PostgreSQL ${version.server_version}, durable`,
  )
}

function sayBound(what: string, value: number, most: number, unit: string): void {
  say(`${what}: ${value.toFixed(1)} ${unit}, at most ${most} ${value <= most ? '✓' : '✗'}`)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
