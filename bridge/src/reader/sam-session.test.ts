import assert from 'node:assert/strict'
import { test } from 'node:test'
import { quick } from '../../test/timings.ts'
import { commands } from './sam-commands.ts'
import { buildResponse } from './sam-frames.ts'
import { SamSession } from './sam-session.ts'
import type { Transport } from './transport.ts'

const noCard = buildResponse(0x80)
const found = buildResponse(0x9f, new Uint8Array(4))
const spoiled = Uint8Array.of(...noCard.slice(0, -1), 0)

/** A line whose other end answers the first command with the first script, and so on. */
function lineThatAnswers(...scripts: ((say: (bytes: Uint8Array) => void) => void)[]) {
  const listeners: ((bytes: Uint8Array) => void)[] = []
  const written: number[] = []
  const say = (bytes: Uint8Array) => {
    for (const listener of listeners) listener(bytes)
  }
  const transport: Transport = {
    open: async () => undefined,
    close: async () => undefined,
    onClose: () => undefined,
    onData: (listener) => void listeners.push(listener),
    write: async (bytes) => {
      written.push(bytes[7] ?? 0)
      scripts[written.length - 1]?.(say)
    },
  }
  return { session: new SamSession(transport, quick.reader, () => undefined), written, say }
}

const sw3 = (outcome: Awaited<ReturnType<SamSession['command']>>) =>
  typeof outcome === 'string' ? outcome : outcome.sw3.toString(16)

test('G81 what arrives while nothing is outstanding is dropped, half a frame too', async () => {
  const { session, say } = lineThatAnswers((answer) => answer(noCard))
  say(found)
  say(found.slice(0, 9))
  assert.equal(sw3(await session.command(commands.find)), '80')
})

test('G81 one command is in flight: the next is written after the answer', async () => {
  const { session, written } = lineThatAnswers(
    (answer) => setImmediate(() => answer(found)),
    (answer) => setImmediate(() => answer(buildResponse(0x90, new Uint8Array(8)))),
  )
  const first = session.command(commands.find).then((outcome) => [sw3(outcome), written.length])
  const second = session.command(commands.select)
  assert.deepEqual(await first, ['9f', 1])
  assert.equal(sw3(await second), '90')
})

test('G81 a wrong checksum repeats the same command once, and once only', async () => {
  const once = lineThatAnswers(
    (answer) => answer(spoiled),
    (answer) => answer(noCard),
  )
  assert.equal(sw3(await once.session.command(commands.find)), '80')
  const twice = lineThatAnswers(
    (answer) => answer(spoiled),
    (answer) => answer(spoiled),
    (answer) => answer(noCard),
  )
  assert.equal(await twice.session.command(commands.find), 'line-error')
  assert.deepEqual(
    [once.written, twice.written],
    [
      [0x20, 0x20],
      [0x20, 0x20],
    ],
  )
})

for (const word of [0x10, 0x11])
  test(`G81 a module that understood us wrongly (${word.toString(16)}) hears the command again`, async () => {
    const { session, written } = lineThatAnswers(
      (answer) => answer(buildResponse(word)),
      (answer) => answer(noCard),
    )
    assert.equal(sw3(await session.command(commands.find)), '80')
    assert.equal(written.length, 2)
  })

test('G81 a gap inside a frame ends the wait long before the time-out, a pause before it does not', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const { session, written, say } = lineThatAnswers((answer) => answer(found.slice(0, 9)))
  const outcome = session.command(commands.find)
  while (written.length < 1) await new Promise(setImmediate)
  t.mock.timers.tick(quick.reader.gap - 1)
  await new Promise(setImmediate)
  assert.equal(written.length, 1)
  t.mock.timers.tick(1)
  while (written.length < 2) await new Promise(setImmediate)
  t.mock.timers.tick(quick.reader.gap + 1)
  say(noCard)
  assert.equal(sw3(await outcome), '80')
})

test('G81 a silent module is given up after the time-out, without a repeat', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const { session, written } = lineThatAnswers()
  const outcome = session.command(commands.find)
  while (written.length < 1) await new Promise(setImmediate)
  t.mock.timers.tick(quick.reader.command)
  assert.equal(await outcome, 'silence')
  assert.equal(written.length, 1)
})
