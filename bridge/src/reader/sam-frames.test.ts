import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cardBlock } from '@zhuji/domain/fixtures/card-blocks.ts'
import { wltLikePhoto } from '../simulator/wlt-like.ts'
import { contentOf } from './card-cycle.ts'
import { commands, formatSamId } from './sam-commands.ts'
import { buildRequest, buildResponse, type Received, SamFrameDecoder } from './sam-frames.ts'

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
const found = bytes('AA AA AA 96 69 00 08 00 00 9F 00 00 00 00 97')
const none = bytes('AA AA AA 96 69 00 04 00 00 80 84')
const statuses = (received: Received[]) =>
  received.map((one) => (one === 'bad-checksum' ? one : one.sw3.toString(16)))

test('G81 requests are the published frames, checksum included', () => {
  const frames = {
    reset: 'AAAAAA9669000310FFEC',
    status: 'AAAAAA9669000311FFED',
    moduleId: 'AAAAAA9669000312FFEE',
    find: 'AAAAAA96690003200122',
    select: 'AAAAAA96690003200221',
    read: 'AAAAAA96690003300132',
  }
  for (const [name, frame] of Object.entries(frames))
    assert.deepEqual(commands[name as keyof typeof frames].request, bytes(frame), name)
  assert.deepEqual(buildRequest(0x61, 0xff, Uint8Array.of(0x50)), bytes('AAAAAA9669000461FF50CA'))
})

test('R2.2 the published answer of 1295 bytes gives back text and photo', () => {
  const content = Buffer.concat([bytes('01000400'), cardBlock('citizen'), new Uint8Array(1024)])
  const frame = buildResponse(0x90, content)
  assert.equal(frame.length, 1295)
  assert.equal(frame.at(-1), 0x7d)
  const [answer] = new SamFrameDecoder().push(frame)
  assert.ok(answer && answer !== 'bad-checksum')
  assert.deepEqual(contentOf(answer.data)?.textBlock, cardBlock('citizen'))
  assert.equal(contentOf(answer.data)?.photo.length, 1024)
})

test('G81 pieces of every size join, also when a photo contains a preamble', () => {
  const photo = wltLikePhoto(cardBlock('citizen'))
  assert.ok(Buffer.from(photo).includes(Buffer.from('AAAAAA9669', 'hex')))
  const frame = buildResponse(0x90, Buffer.concat([bytes('01000400'), cardBlock('citizen'), photo]))
  for (const size of [1, 2, 7, 64, 97, 1295]) {
    const decoder = new SamFrameDecoder()
    const received: Received[] = []
    for (let at = 0; at < frame.length; at += size) received.push(...decoder.push(frame.slice(at, at + size)))
    assert.deepEqual(statuses(received), ['90'], `pieces of ${size}`)
  }
})

test('G81 a lost AA, a surplus AA and noise before the preamble change nothing', () => {
  const cases = [
    found.slice(1),
    Uint8Array.of(0xaa, ...found),
    Uint8Array.of(0, 0xff, 0x96, 0xaa, 0x69, ...found),
  ]
  for (const line of cases) assert.deepEqual(statuses(new SamFrameDecoder().push(line)), ['9f'])
})

test('G81 an impossible length is passed over and the search goes on', () => {
  const tooShort = bytes('AA AA AA 96 69 00 03')
  const tooLong = bytes('AA AA AA 96 69 10 01')
  for (const wrong of [tooShort, tooLong])
    assert.deepEqual(statuses(new SamFrameDecoder().push(Uint8Array.of(...wrong, ...none))), ['80'])
})

test('G81 a wrong checksum is reported and its frame discarded', () => {
  const spoiled = found.slice()
  spoiled[14] = 0x96
  const received = new SamFrameDecoder().push(Uint8Array.of(...spoiled, ...none))
  assert.deepEqual(statuses(received), ['bad-checksum', '80'])
})

test('G81 the receiver knows when it is inside a frame, and clearing forgets it', () => {
  const decoder = new SamFrameDecoder()
  decoder.push(bytes('00 FF AA'))
  assert.equal(decoder.midFrame, false)
  decoder.push(found.slice(0, 9))
  assert.equal(decoder.midFrame, true)
  decoder.clear()
  assert.equal(decoder.midFrame, false)
  assert.deepEqual(statuses(decoder.push(none)), ['80'])
})

test('R2.2 a text length other than 256, or lengths that do not add up, are no card', () => {
  const text = cardBlock('citizen')
  assert.equal(contentOf(Buffer.concat([bytes('00FE0000'), text.slice(2)])), undefined)
  assert.equal(contentOf(Buffer.concat([bytes('01000400'), text])), undefined)
  assert.equal(contentOf(Uint8Array.of(1)), undefined)
  assert.equal(contentOf(Buffer.concat([bytes('01000000'), text]))?.photo.length, 0)
})

test('R2.6 the module id is rendered as makers print it', () => {
  assert.equal(formatSamId(bytes('05000100C53D340187D61200146A0ACE')), '05.01-20200901-0001234567-3456789012')
})
