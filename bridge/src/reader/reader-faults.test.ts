import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReaderState } from '@zhuji/contract/bridge.ts'
import { LoopInTest, readerBench } from '../../test/reader-bench.ts'
import { quick } from '../../test/timings.ts'
import type { FaultName } from '../simulator/faults.ts'
import { readerPortOf } from './reader-port.ts'
import { OpenError, type OpenFailure, openFailureOf, type ReaderPort } from './transport.ts'

const bench = readerBench()

const passing: [FaultName, number, string][] = [
  ['wrong-checksum', 1, 'a wrong checksum'],
  ['half-frame', 1, 'half a frame'],
  ['silence', 1, 'one silence'],
  ['read-fails', 2, 'two failed reads'],
  ['select-fails', 2, 'two failed selections'],
  ['card-rejected', 2, 'two refusals of the card'],
  ['card-fault', 2, 'two faults of the card'],
]
for (const [fault, times, what] of passing)
  test(`G81 ${what} passes silently and the card is read`, async () => {
    const { reader, run } = bench
    run.loop.begin()
    await run.shows('waiting')
    await reader.fault(fault, times)
    await reader.lay('citizen')
    await run.cards.until(() => true)
    const silent: ReaderState[] = ['paused', 'waiting', 'reading', 'hold']
    assert.deepEqual(
      run.states.seen.filter((state) => !silent.includes(state)),
      [],
    )
  })

const lasting: [FaultName, ReaderState][] = [
  ['silence', 'line-error'],
  ['half-frame', 'line-error'],
  ['wrong-checksum', 'line-error'],
  ['read-silence', 'line-error'],
  ['wrong-length', 'protocol'],
  ['wrong-command', 'protocol'],
  ['self-test', 'self-test'],
  ['not-authorised', 'not-authorised'],
  ['card-rejected', 'card-rejected'],
  ['select-fails', 'moved'],
  ['read-fails', 'moved'],
  ['taken-away', 'moved'],
  ['card-fault', 'card-fault'],
  ['unrecognised', 'card-fault'],
  ['unplugged', 'unplugged'],
]
for (const [fault, state] of lasting)
  test(`G81 the fault ${fault} lights «${state}», and without it cards are read again`, async () => {
    const { reader, run } = bench
    run.loop.begin()
    await run.shows('waiting')
    await reader.fault(fault)
    await reader.lay('citizen')
    await run.shows(state)
    assert.equal(run.cards.seen.length, 0)
    await reader.lift()
    await reader.fault(null)
    run.loop.begin()
    await reader.lay('hkmotw')
    assert.equal((await run.cards.until(() => true)).facts.kind, 'hkmotw')
  })

test('G81 a silent module lights «no-answer» and is found when it answers', async () => {
  const { reader } = bench
  await bench.run.loop.stop()
  await reader.fault('silence')
  const run = new LoopInTest(readerPortOf(reader.address), { ...quick.reader, command: 40 })
  bench.run = run
  await run.shows('no-answer')
  await reader.fault(null)
  await run.shows('paused')
})

const openings: OpenFailure[] = ['no-reader', 'port-busy', 'no-permission']
for (const failure of openings)
  test(`G81 a port that does not open lights «${failure}» and opens when it can`, async () => {
    const { reader } = bench
    await bench.run.loop.stop()
    let fails = true
    const real = readerPortOf(reader.address)
    const port: ReaderPort = {
      ways: real.ways.map((way) => () => {
        const transport = way()
        const open = transport.open.bind(transport)
        transport.open = () => (fails ? Promise.reject(new OpenError(failure)) : open())
        return transport
      }),
    }
    const run = new LoopInTest(port)
    bench.run = run
    run.loop.begin()
    if (failure !== 'no-reader') await run.shows(failure)
    fails = false
    run.loop.begin()
    await run.shows('waiting')
  })

test('G81 what an operating system says about a port is told apart', () => {
  const failures = [
    { code: 'ECONNREFUSED' },
    { code: 'EACCES' },
    { code: 'EBUSY' },
    { message: 'Error Resource temporarily unavailable Cannot lock port' },
    { message: 'Opening COM3: Access denied' },
  ].map(openFailureOf)
  assert.deepEqual(failures, ['no-reader', 'no-permission', 'port-busy', 'port-busy', 'port-busy'])
})
