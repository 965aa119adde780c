import { after, afterEach, before, beforeEach } from 'node:test'
import type { ReaderState } from '@zhuji/contract/bridge.ts'
import type { CardOnReader } from '../src/reader/card-cycle.ts'
import { Lamp } from '../src/reader/lamp.ts'
import { readerPortOf } from '../src/reader/reader-port.ts'
import { ReadingLoop } from '../src/reader/reading-loop.ts'
import type { ReaderPort } from '../src/reader/transport.ts'
import { type SimulatedReaderInTest, simulatedReader } from './simulated-reader.ts'
import { quick } from './timings.ts'
import { Watched } from './until.ts'

/** A running loop over the line of a simulated reader: a fresh loop for every test, one reader for the file. */
export class LoopInTest {
  readonly states = new Watched<ReaderState>()
  readonly cards = new Watched<CardOnReader>()
  readonly loop: ReadingLoop
  refusesReads = false
  /** Cards that came when nobody wanted them. */
  readonly unwanted = new Watched<CardOnReader>()
  wantsReads = true
  ticketIsOver = false

  constructor(port: ReaderPort, timings = quick.reader) {
    const log = () => undefined
    this.loop = new ReadingLoop({
      port,
      timings,
      lamp: new Lamp(timings.notice, log, this.states.push),
      log,
      identified: () => undefined,
      ticketIsOver: () => this.ticketIsOver,
      take: async (card) => {
        if (this.refusesReads) throw new Error('disk full')
        const { wantsReads } = this
        ;(wantsReads ? this.cards : this.unwanted).push(card)
        return wantsReads
      },
    })
    this.loop.start()
  }

  shows(state: ReaderState): Promise<ReaderState> {
    return this.states.until((seen) => seen === state)
  }
}

/** Declares the hooks of a test file; `bench.reader` and `bench.run` are there while its tests run. */
export function readerBench() {
  const bench = {} as { reader: SimulatedReaderInTest; run: LoopInTest }
  before(async () => {
    bench.reader = await simulatedReader()
  })
  beforeEach(() => {
    bench.run = new LoopInTest(readerPortOf(bench.reader.address))
  })
  afterEach(async () => {
    await bench.run.loop.stop()
    await bench.reader.lift()
    await bench.reader.fault(null)
  })
  after(() => bench.reader.end())
  return bench
}
