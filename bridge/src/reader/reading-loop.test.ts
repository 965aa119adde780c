import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import type { ReaderState } from '@zhuji/contract/bridge.ts'
import { type CardBlockName, cardBlock } from '@zhuji/domain/fixtures/card-blocks.ts'
import { type SimulatedReaderInTest, simulatedReader } from '../../test/simulated-reader.ts'
import { quick } from '../../test/timings.ts'
import { Watched } from '../../test/until.ts'
import type { FaultName } from '../simulator/faults.ts'
import type { CardOnReader } from './card-cycle.ts'
import { Lamp } from './lamp.ts'
import { readerPortOf } from './reader-port.ts'
import { ReadingLoop } from './reading-loop.ts'
import { OpenError, type OpenFailure, openFailureOf, type ReaderPort } from './transport.ts'

let reader: SimulatedReaderInTest
let states: Watched<ReaderState>
let cards: Watched<CardOnReader>
let loop: ReadingLoop
let refusesReads = false

function startLoop(port: ReaderPort, timings = quick.reader): void {
  states = new Watched()
  cards = new Watched()
  const log = () => undefined
  loop = new ReadingLoop({
    port,
    timings,
    lamp: new Lamp(timings.notice, log, states.push),
    log,
    identified: () => undefined,
    async take(card) {
      if (refusesReads) throw new Error('disk full')
      cards.push(card)
    },
  })
  loop.start()
}

const shows = (state: ReaderState) => states.until((seen) => seen === state)

before(async () => {
  reader = await simulatedReader()
})
beforeEach(() => startLoop(readerPortOf(reader.address)))
afterEach(async () => {
  await loop.stop()
  await reader.lift()
  await reader.fault(null)
  refusesReads = false
})
after(() => reader.end())

const kinds: [CardBlockName, string][] = [
  ['citizen', '119999199001010012'],
  ['citizenLongTerm', '119999195003030027'],
  ['hkmotw', '810000199001010027'],
  ['foreigner2017', 'XXX110090010100'],
  ['foreigner2023', '911999199001010022'],
]
for (const [name, number] of kinds)
  test(`R2.2 R2.8 reads a card of the layout ${name} over the line`, async () => {
    loop.begin()
    await shows('waiting')
    await reader.lay(name)
    const card = await cards.until(() => true)
    assert.equal(card.facts.number, number)
    assert.deepEqual(card.textBlock, cardBlock(name))
    assert.equal(card.photo.length, 1024)
    await shows('hold')
  })

test('R2.8 reads a card of unknown layout: name and number only', async () => {
  const block = cardBlock('citizen')
  block[248] = 'Z'.charCodeAt(0)
  await reader.layBlock(block)
  loop.begin()
  const { facts } = await cards.until(() => true)
  assert.deepEqual([facts.kind, facts.number], ['unknown', '119999199001010012'])
})

test('G81 G87 reads one card after another; a card that comes back within seconds counts once', async () => {
  loop.begin()
  await reader.lay('citizen')
  await shows('hold')
  states.clear()
  await shows('waiting')
  await reader.lift()
  states.clear()
  await reader.lay('citizen')
  await shows('hold')
  await reader.lay('hkmotw')
  await cards.until(({ facts }) => facts.kind === 'hkmotw')
  assert.equal(cards.seen.length, 2)
})

test('G81 a new sitting reads the card of a moment ago again', async () => {
  loop.begin()
  await reader.lay('citizen')
  await shows('hold')
  loop.rest()
  await shows('paused')
  await reader.lay('citizen')
  loop.begin()
  await cards.until(() => cards.seen.length === 2)
})

test('G81 the radio is off while no sitting is open, and fingerprints are never asked for', async () => {
  await reader.lay('citizen')
  await shows('paused')
  assert.equal(cards.seen.length, 0)
  loop.begin()
  await cards.until(() => true)
  assert.deepEqual(new Set((await reader.state()).heard).has('3010'), false)
})

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
    loop.begin()
    await shows('waiting')
    await reader.fault(fault, times)
    await reader.lay('citizen')
    await cards.until(() => true)
    const silent: ReaderState[] = ['paused', 'waiting', 'reading', 'hold']
    assert.deepEqual(
      states.seen.filter((state) => !silent.includes(state)),
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
    loop.begin()
    await shows('waiting')
    await reader.fault(fault)
    await reader.lay('citizen')
    await shows(state)
    assert.equal(cards.seen.length, 0)
    await reader.lift()
    await reader.fault(null)
    loop.begin()
    await reader.lay('hkmotw')
    assert.equal((await cards.until(() => true)).facts.kind, 'hkmotw')
  })

test('G81 a silent module lights «no-answer» and is found when it answers', async () => {
  await loop.stop()
  await reader.fault('silence')
  startLoop(readerPortOf(reader.address), { ...quick.reader, command: 40 })
  await shows('no-answer')
  await reader.fault(null)
  await shows('paused')
})

const openings: OpenFailure[] = ['no-reader', 'port-busy', 'no-permission']
for (const failure of openings)
  test(`G81 a port that does not open lights «${failure}» and opens when it can`, async () => {
    await loop.stop()
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
    startLoop(port)
    loop.begin()
    if (failure !== 'no-reader') await shows(failure)
    fails = false
    loop.begin()
    await shows('waiting')
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

test('R2.4 a read that could not be kept goes back unread, loudly, and is read when laid down again', async () => {
  refusesReads = true
  loop.begin()
  await reader.lay('citizen')
  await shows('card-fault')
  assert.equal(cards.seen.length, 0)
  refusesReads = false
  await reader.lift()
  await reader.lay('citizen')
  await cards.until(() => true)
})

test('G81 the module answers by its rules: no reading without selecting, no selecting without finding', async () => {
  await loop.stop()
  const transport = readerPortOf(reader.address).ways[0]?.()
  assert.ok(transport)
  await transport.open()
  const { SamSession } = await import('./sam-session.ts')
  const { buildRequest } = await import('./sam-frames.ts')
  const session = new SamSession(transport, quick.reader, () => undefined)
  const sw3 = async (command: number, parameter: number) => {
    const request = buildRequest(command, parameter)
    const answer = await session.command({ name: 'test', request, timeout: 'read' })
    return typeof answer === 'string' ? answer : answer.sw3.toString(16)
  }
  assert.equal(await sw3(0x20, 0x01), '80')
  await reader.lay('citizen')
  assert.equal(await sw3(0x30, 0x01), '41')
  assert.equal(await sw3(0x20, 0x02), '81')
  assert.equal(await sw3(0x20, 0x01), '9f')
  assert.equal(await sw3(0x20, 0x02), '90')
  assert.equal(await sw3(0x30, 0x03), '91')
  assert.equal(await sw3(0x30, 0x01), '90')
  assert.equal(await sw3(0x20, 0x01), '80')
  assert.equal(await sw3(0x44, 0x00), '21')
  const spoiled = buildRequest(0x20, 0x01)
  spoiled[9] = 0
  assert.equal(await session.command({ name: 'test', request: spoiled, timeout: 'read' }), 'line-error')
  await session.close()
})
