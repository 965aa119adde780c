import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BridgeStatus } from '@zhuji/contract/bridge.ts'
import { createClient } from '@zhuji/contract/client.ts'
import { Changes } from './changes.ts'
import { BridgeIdentity, enrol } from './keys.ts'
import type { Log } from './log.ts'
import { buildLoopback } from './loopback.ts'
import { Lamp } from './reader/lamp.ts'
import { readerPortOf } from './reader/reader-port.ts'
import { ReadingLoop } from './reader/reading-loop.ts'
import { formatSamId } from './reader/sam-commands.ts'
import { type ReaderTimings, readerTimings } from './reader/timings.ts'
import { Sitting } from './sitting.ts'
import { makePrivateDirectory } from './store/durable-file.ts'
import { ReadStore } from './store/read-store.ts'
import { sealingKeyIn } from './store/secrets.ts'
import { Uploading } from './uploading.ts'

export interface BridgeConfig {
  server: string
  directory: string
  reader: string
  origins: readonly string[]
  enrolmentCode: string | undefined
  simulated: boolean
}

export interface BridgeTimings {
  reader: ReaderTimings
  /** Milliseconds between attempts to reach the server: the first, and the longest they grow to. */
  again: { first: number; longest: number }
  request: number
  longPoll: number
  /** How long the start of a sitting waits for the bridge to be enrolled. */
  enrolment: number
}

export const bridgeTimings: BridgeTimings = {
  reader: readerTimings,
  again: { first: 1000, longest: 60_000 },
  request: 20_000,
  longPoll: 20_000,
  enrolment: 3000,
}

/** Puts the bridge together and starts reading and sending; the caller opens the loopback service to the page. */
export async function startBridge(config: BridgeConfig, log: Log, timings = bridgeTimings) {
  const stopped = new AbortController()
  const changes = new Changes()
  const changed = () => changes.changed()
  const { identity, store } = await openDirectory(config.directory, log)
  const call = callerOf(config.server, timings.request, stopped.signal)
  const uploading = new Uploading({ store, call, log, changed, again: timings.again })
  const sitting = new Sitting({
    identity,
    store,
    uploading,
    log,
    changed,
    today: todayInShanghai,
    now: Date.now,
  })
  const lamp = new Lamp(timings.reader.notice, log, changed)
  let samId: string | null = null
  let enrolling: Promise<boolean> | undefined

  const reading = new ReadingLoop({
    port: readerPortOf(config.reader),
    timings: timings.reader,
    lamp,
    log,
    identified(id) {
      samId = formatSamId(id)
      log('info', 'reader-identified', { samId })
      const parts = { identity, code: config.enrolmentCode, call, log, again: timings.again }
      enrolling ??= enrol(parts, id, stopped.signal)
      changed()
    },
    ticketIsOver: () => sitting.ticketIsOver,
    take: (card, id) => sitting.take(card, id),
  })

  const status = (): BridgeStatus => ({
    reader: lamp.state,
    samId,
    simulated: config.simulated,
    server: uploading.server,
    sittingId: sitting.id,
    tally: sitting.tally,
    unsent: uploading.unsent,
    reads: sitting.reads,
    revision: changes.revision,
    damaged: store.damaged,
    storage: sitting.storageFails ? 'failing' : 'ok',
  })

  const loopback = buildLoopback({
    origins: config.origins,
    changes,
    log,
    longPoll: timings.longPoll,
    status,
    async begin(opening) {
      // The clerk may press the button while the bridge is still introducing itself.
      await Promise.race([enrolling, sleep(timings.enrolment, undefined, { ref: false })])
      sitting.begin(opening)
      reading.begin()
    },
    end() {
      sitting.end()
      reading.rest()
      return { unsent: uploading.unsent }
    },
    resend: () => uploading.resend(),
  })

  for (const read of store.found) uploading.add(read)
  uploading.start()
  reading.start()
  async function close(): Promise<void> {
    stopped.abort()
    await Promise.all([loopback.close(), reading.stop(), uploading.stop(), enrolling])
  }
  return { loopback, status, changes, close }
}

async function openDirectory(directory: string, log: Log) {
  await makePrivateDirectory(directory)
  const identity = await BridgeIdentity.open(directory)
  const key = await sealingKeyIn(join(directory, 'store.key'))
  const store = await ReadStore.open({ directory, key, usedBefore: identity.usedBefore, log })
  return { identity, store }
}

/** Calls the server; a call that takes too long, or outlives the bridge, has reached nobody. */
function callerOf(server: string, timeout: number, stop: AbortSignal) {
  return createClient(server, (url, init) =>
    fetch(url, { ...init, signal: AbortSignal.any([AbortSignal.timeout(timeout), stop]) }),
  )
}

const shanghaiDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' })
const todayInShanghai = () => shanghaiDay.format(new Date())
