import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseTextBlock } from '@zhuji/domain/card-text-block.ts'
import { type CardBlockName, cardBlock } from '@zhuji/domain/fixtures/card-blocks.ts'
import { numberless } from '../test/numberless.ts'
import { Sitting, type SittingParts } from './sitting.ts'
import { newUpload, type Upload } from './upload.ts'

const EXPIRY = Date.parse('2050-01-01T12:00:00.000Z')
const opening = {
  ticket: 't',
  ticketExpiresAt: new Date(EXPIRY).toISOString(),
  presentedBy: 'person',
  challenge: null,
} as const

function sittingWith(save: () => Promise<void> = async () => undefined) {
  const uploads: Upload[] = []
  const clock = { now: EXPIRY - 1000 }
  let counter = 0
  const uploading = {
    add(read: Parameters<typeof newUpload>[0]) {
      const upload = newUpload(read)
      uploads.push(upload)
      return upload
    },
    resend: () => undefined,
  }
  const identity = { readerId: 'a', signed: () => ({ payload: 'p', signature: 's' }) }
  const parts = {
    identity,
    uploading,
    store: { nextCounter: async () => ++counter, save },
    log: () => undefined,
    changed: () => undefined,
    today: () => '2050-01-01',
    now: () => clock.now,
  }
  const sitting = new Sitting(parts as unknown as SittingParts)
  const take = (card: CardBlockName | Uint8Array) => {
    const textBlock = typeof card === 'string' ? cardBlock(card) : card
    const parsed = parseTextBlock(textBlock)
    assert.ok(parsed.granted)
    return sitting.take({ textBlock, photo: new Uint8Array(0), facts: parsed.value }, new Uint8Array(16))
  }
  return { sitting, take, uploads, clock }
}

test('R2.3 G82 the tally counts people: a card twice is one, and one success makes a person', async () => {
  const { sitting, take, uploads } = sittingWith()
  sitting.begin(opening)
  for (const name of ['citizen', 'citizen', 'hkmotw', 'foreigner2017', 'foreigner2023'] as const)
    await take(name)
  const [first, again, failing, sent] = uploads
  assert.ok(first && again && failing && sent)
  assert.deepEqual(sitting.tally, { read: 4, succeeded: 0, failed: 0 })
  first.state = 'failed'
  failing.state = 'failed'
  assert.deepEqual(sitting.tally, { read: 4, succeeded: 0, failed: 2 })
  again.state = 'sent'
  sent.state = 'sent'
  assert.deepEqual(sitting.tally, { read: 4, succeeded: 2, failed: 1 })
})

test('R2.3 cards without a number are a person each', async () => {
  const { sitting, take, uploads } = sittingWith()
  sitting.begin(opening)
  for (const name of ['甲', '乙']) await take(numberless(name))
  await take('citizen')
  assert.deepEqual(
    sitting.reads.map(({ facts }) => facts.number),
    ['', '', '119999199001010012'],
  )
  assert.equal(sitting.tally.read, 3)
  const [first] = uploads
  assert.ok(first)
  first.state = 'failed'
  assert.deepEqual(sitting.tally, { read: 3, succeeded: 0, failed: 1 })
})

test('R2.3 G86 finishing is refused while a read is being saved, and allowed once it is', async () => {
  const saved = Promise.withResolvers<void>()
  const { sitting, take } = sittingWith(() => saved.promise)
  sitting.begin(opening)
  const taking = take('citizen')
  assert.throws(() => sitting.end(), { code: 'reads-not-saved', status: 409 })
  assert.throws(() => sitting.begin(opening), { code: 'reads-not-saved' })
  assert.equal(sitting.reads.length, 0)
  saved.resolve()
  await taking
  assert.equal(sitting.reads[0]?.state, 'saved')
  sitting.end()
  assert.deepEqual([sitting.id, sitting.reads], [null, []])
})

test('R2.4 a read that the disk refused is no read, and says so', async () => {
  const { sitting, take } = sittingWith(() => Promise.reject(Object.assign(new Error(), { code: 'ENOSPC' })))
  sitting.begin(opening)
  await assert.rejects(take('citizen'))
  assert.deepEqual([sitting.tally.read, sitting.storageFails], [0, true])
  sitting.end()
})

test('R2.7 R2.10 a read shows its flags, and that the chip gave no picture', async () => {
  const { sitting, take } = sittingWith()
  sitting.begin(opening)
  await take('citizen')
  assert.deepEqual(sitting.reads[0]?.flags, ['expired'])
  assert.deepEqual(sitting.reads[0]?.portrait, { format: 'none', jpeg: null })
})

test('R2.4 R2.6 no sitting, no read: whoever brings the card hears whether it was kept', async () => {
  const { sitting, take, uploads } = sittingWith()
  assert.equal(await take('citizen'), false)
  sitting.begin(opening)
  assert.equal(await take('citizen'), true)
  sitting.end()
  assert.equal(await take('hkmotw'), false)
  assert.equal(uploads.length, 1)
})

test('R2.4 R2.6 from the moment its ticket is over a sitting keeps no read; a new one with a new ticket does', async () => {
  const { sitting, take, uploads, clock } = sittingWith()
  assert.equal(sitting.ticketIsOver, false)
  sitting.begin(opening)
  clock.now = EXPIRY - 1
  assert.equal(sitting.ticketIsOver, false)
  assert.equal(await take('citizen'), true)
  assert.equal(sitting.reads[0]?.readAt, '2050-01-01T11:59:59.999Z')
  clock.now = EXPIRY
  assert.equal(sitting.ticketIsOver, true)
  assert.equal(await take('hkmotw'), false)
  assert.deepEqual([uploads.length, sitting.tally.read, sitting.storageFails], [1, 1, false])
  sitting.begin({ ...opening, ticketExpiresAt: new Date(EXPIRY + 1).toISOString() })
  assert.equal(sitting.ticketIsOver, false)
  assert.equal(await take('hkmotw'), true)
})
