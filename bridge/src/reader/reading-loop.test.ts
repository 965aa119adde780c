import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CardBlockName, cardBlock } from '@zhuji/domain/fixtures/card-blocks.ts'
import { numberless } from '../../test/numberless.ts'
import { readerBench } from '../../test/reader-bench.ts'
import { quick } from '../../test/timings.ts'
import { RecentCard } from './card-cycle.ts'
import { readerPortOf } from './reader-port.ts'

const bench = readerBench()

const kinds: [CardBlockName, string][] = [
  ['citizen', '119999199001010012'],
  ['citizenLongTerm', '119999195003030027'],
  ['hkmotw', '810000199001010027'],
  ['foreigner2017', 'XXX110090010100'],
  ['foreigner2023', '911999199001010022'],
]
for (const [name, number] of kinds)
  test(`R2.2 R2.8 reads a card of the layout ${name} over the line`, async () => {
    const { reader, run } = bench
    run.loop.begin()
    await run.shows('waiting')
    await reader.lay(name)
    const card = await run.cards.until(() => true)
    assert.equal(card.facts.number, number)
    assert.deepEqual(card.textBlock, cardBlock(name))
    assert.equal(card.photo.length, 1024)
    await run.shows('hold')
  })

test('R2.8 reads a card of unknown layout: name and number only', async () => {
  const { reader, run } = bench
  const block = cardBlock('citizen')
  block[248] = 'Z'.charCodeAt(0)
  await reader.layBlock(block)
  run.loop.begin()
  const { facts } = await run.cards.until(() => true)
  assert.deepEqual([facts.kind, facts.number], ['unknown', '119999199001010012'])
})

test('G81 G87 reads one card after another; a card that comes back within seconds counts once', async () => {
  const { reader, run } = bench
  run.loop.begin()
  await reader.lay('citizen')
  await run.shows('hold')
  run.states.clear()
  await run.shows('waiting')
  await reader.lift()
  run.states.clear()
  await reader.lay('citizen')
  await run.shows('hold')
  await reader.lay('hkmotw')
  await run.cards.until(({ facts }) => facts.kind === 'hkmotw')
  assert.equal(run.cards.seen.length, 2)
})

test('R2.3 a card without a number is never taken for the one before', async () => {
  const { reader, run } = bench
  const recent = new RecentCard()
  recent.remember('')
  assert.equal(recent.is('', 60_000), false)
  recent.remember('1')
  assert.equal(recent.is('1', 60_000), true)
  run.loop.begin()
  await reader.layBlock(numberless('甲'))
  await run.shows('hold')
  await reader.layBlock(numberless('乙'))
  await run.cards.until(() => run.cards.seen.length === 2)
  assert.deepEqual(
    run.cards.seen.map(({ facts }) => [facts.name[0], facts.number]),
    [
      ['甲', ''],
      ['乙', ''],
    ],
  )
})

test('R2.4 R2.6 once the ticket is over no card is read, until a new sitting brings another', async () => {
  const { reader, run } = bench
  run.loop.begin()
  await run.shows('waiting')
  run.ticketIsOver = true
  await run.shows('ticket-expired')
  run.states.clear()
  await reader.lay('citizen')
  run.loop.begin()
  run.loop.rest()
  await run.shows('paused')
  run.loop.begin()
  await run.shows('ticket-expired')
  assert.equal(run.cards.seen.length, 0)
  run.ticketIsOver = false
  run.loop.begin()
  await run.cards.until(() => true)
  await run.shows('hold')
})

test('R2.4 a card that nobody wanted any more shows no success, and is read when laid down again', async () => {
  const { reader, run } = bench
  run.wantsReads = false
  run.loop.begin()
  await reader.lay('citizen')
  await run.unwanted.until(() => true)
  await reader.lift()
  run.wantsReads = true
  assert.equal(run.states.seen.includes('hold'), false)
  await reader.lay('citizen')
  await run.cards.until(() => true)
  await run.shows('hold')
})

test('G81 a new sitting reads the card of a moment ago again', async () => {
  const { reader, run } = bench
  run.loop.begin()
  await reader.lay('citizen')
  await run.shows('hold')
  run.loop.rest()
  await run.shows('paused')
  await reader.lay('citizen')
  run.loop.begin()
  await run.cards.until(() => run.cards.seen.length === 2)
})

test('G81 the radio is off while no sitting is open, and fingerprints are never asked for', async () => {
  const { reader, run } = bench
  await reader.lay('citizen')
  await run.shows('paused')
  assert.equal(run.cards.seen.length, 0)
  run.loop.begin()
  await run.cards.until(() => true)
  assert.deepEqual(new Set((await reader.state()).heard).has('3010'), false)
})

test('R2.4 a read that could not be kept goes back unread, loudly, and is read when laid down again', async () => {
  const { reader, run } = bench
  run.refusesReads = true
  run.loop.begin()
  await reader.lay('citizen')
  await run.shows('card-fault')
  assert.equal(run.cards.seen.length, 0)
  run.refusesReads = false
  await reader.lift()
  await reader.lay('citizen')
  await run.cards.until(() => true)
})

test('G81 the module answers by its rules: no reading without selecting, no selecting without finding', async () => {
  const { reader, run } = bench
  await run.loop.stop()
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
