import assert from 'node:assert/strict'
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import type { CardReadMessage } from '@zhuji/contract/card-reads.ts'
import { refusalTable } from '@zhuji/contract/refusal-words.ts'
import { cardBlock } from '@zhuji/domain/fixtures/card-blocks.ts'
import {
  givenReader,
  hoursFromNow,
  readOf,
  sendRead,
  signRead,
  syntheticFacts,
  type TestReader,
  ticketFor,
} from '../../test/people.ts'
import { givenOffice, type World, world } from '../../test/world.ts'

const rows = (w: World) => w.ctx.db.selectFrom('person').selectAll().execute()
const audited = (w: World, act: string) =>
  w.ctx.db.selectFrom('audit_entry').selectAll().where('act', '=', act).execute()

async function atWindow(t: TestContext) {
  const w = await world(t)
  const reader = await givenReader(w)
  const send = (message: CardReadMessage, by: TestReader = reader) => sendRead(w, signRead(by, message))
  return { w, reader, send }
}

test('R2.4 the same read sent twice, and twice at once, makes one receipt, one read, one person (lock: reader-counter)', async (t) => {
  const { w, reader } = await atWindow(t)
  const signed = signRead(reader, readOf(reader, syntheticFacts()))
  const answers = await Promise.all([1, 2, 3, 4].map(() => sendRead(w, signed)))
  const receipts = answers.map((answer) => answer.json())
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [200, 200, 200, 200],
  )
  assert.equal(receipts.filter(({ repeated }) => !repeated).length, 1)
  assert.equal(new Set(receipts.map(({ receiptId }) => receiptId)).size, 1)
  assert.equal((await rows(w)).length, 1)
  assert.equal((await w.ctx.db.selectFrom('card_read').selectAll().execute()).length, 1)
  assert.equal((await audited(w, 'upload-card-read')).length, 1)
})

test('R2.6 a used counter or read id with other content is refused and audited; a gap may be filled later', async (t) => {
  const { w, reader, send } = await atWindow(t)
  const failed = readOf(reader, syntheticFacts())
  const kept = readOf(reader, syntheticFacts())
  assert.equal((await send(kept)).statusCode, 200)
  const forgeries = [
    readOf(reader, syntheticFacts(), { counter: kept.counter }),
    readOf(reader, syntheticFacts(), { readId: kept.readId }),
  ]
  for (const forged of forgeries) {
    const answer = await send(forged)
    assert.deepEqual([answer.statusCode, answer.json().code], [409, 'counter-used'])
  }
  assert.equal((await audited(w, 'card-read-refused')).length, 2)
  assert.equal((await send(failed)).statusCode, 200)
  assert.equal((await rows(w)).length, 2)
})

type Spoil = (w: World, reader: TestReader) => Promise<Partial<CardReadMessage> | undefined>
const clerkOf = (reader: TestReader) => [reader.office, reader.clerk.staffId] as const
const refusals: [why: string, code: string, spoil: Spoil][] = [
  [
    'a suspended window',
    'window-suspended',
    async (w, reader) => {
      await asOwner(
        w,
        `update service_window set status = 'suspended' where id = '${reader.office.windowId}'`,
      )
      return undefined
    },
  ],
  [
    'a revoked reader',
    'reader-not-enrolled',
    async (w, reader) => {
      await w.ctx.db
        .updateTable('reader')
        .set({ status: 'revoked' })
        .where('id', '=', reader.readerId)
        .execute()
      return undefined
    },
  ],
  [
    'a ticket for another window',
    'ticket-of-other-window',
    async (w, reader) => ({ ticket: ticketFor(w, await givenOffice(w), reader.clerk.staffId) }),
  ],
  [
    'a ticket that somebody made',
    'ticket-not-genuine',
    async (w, reader) => ({ ticket: `${ticketFor(w, ...clerkOf(reader)).split('.')[0]}.${'A'.repeat(43)}` }),
  ],
  ['a ticket of another server', 'ticket-not-genuine', async () => ({ ticket: 'e30.e30' })],
  [
    'a ticket that was over when the card was read',
    'ticket-not-valid-then',
    async (w, reader) => ({
      ticket: ticketFor(w, ...clerkOf(reader), { issuedAt: hoursFromNow(-13), expiresAt: hoursFromNow(-1) }),
    }),
  ],
  ['the future', 'read-from-future', async () => ({ readAt: hoursFromNow(0.2).toISOString() })],
  ['31 days ago', 'read-too-old', async () => ({ readAt: hoursFromNow(-31 * 24).toISOString() })],
  [
    'a card of unknown layout',
    'unknown-card',
    async () => {
      const block = cardBlock('citizen')
      block[248] = 0x5a
      return { textBlock: Buffer.from(block).toString('base64') }
    },
  ],
  [
    'a card without a number',
    'unknown-card',
    async () => {
      const block = cardBlock('citizen')
      for (let at = 122; at < 158; at += 2) block[at] = 0x20
      for (let at = 123; at < 158; at += 2) block[at] = 0
      return { textBlock: Buffer.from(block).toString('base64') }
    },
  ],
  ['half a block', 'unknown-card', async () => ({ textBlock: Buffer.alloc(128).toString('base64') })],
]
for (const [why, code, spoil] of refusals)
  test(`R2.6 R2.1 nobody is created, and it is on record: ${why}`, async (t) => {
    const { w, reader, send } = await atWindow(t)
    const changes = await spoil(w, reader)
    const answer = await send(readOf(reader, syntheticFacts(), changes))
    assert.equal(answer.json().code, code)
    assert.ok(answer.statusCode >= 400 && answer.statusCode < 500)
    assert.ok(code in refusalTable)
    assert.deepEqual(await rows(w), [])
    const [entry] = await audited(w, 'card-read-refused')
    assert.ok(entry)
    assert.equal((entry.details as { code: string }).code, code)
  })

test('R2.6 a late read counts though its ticket is over by now', async (t) => {
  const { w, reader, send } = await atWindow(t)
  const then = { issuedAt: hoursFromNow(-20 * 24), expiresAt: hoursFromNow(-20 * 24 + 12) }
  const ticket = ticketFor(w, ...clerkOf(reader), then)
  const answer = await send(
    readOf(reader, syntheticFacts(), { ticket, readAt: hoursFromNow(-20 * 24 + 1).toISOString() }),
  )
  assert.equal(answer.statusCode, 200)
})

test('R2.1 R2.6 G10 what no enrolled reader signed creates nobody and leaves no trace', async (t) => {
  const { w, reader } = await atWindow(t)
  const message = readOf(reader, syntheticFacts())
  const stranger = { ...reader, privateKey: generateKeyPairSync('ed25519').privateKey }
  const altered = Buffer.from(JSON.stringify({ ...message, presentedBy: 'agent' })).toString('base64url')
  const tries: [code: string, upload: { payload: string; signature: string }][] = [
    ['signature-not-genuine', signRead(stranger, message)],
    ['signature-not-genuine', { ...signRead(reader, message), payload: altered }],
    ['signature-not-genuine', { ...signRead(reader, message), signature: '' }],
    ['reader-not-enrolled', signRead(reader, { ...message, readerId: randomUUID() })],
    ['card-read-malformed', { payload: Buffer.from('no json').toString('base64url'), signature: '' }],
    ['card-read-malformed', signRead(reader, { ...message, name: '打字' } as CardReadMessage)],
  ]
  for (const [code, upload] of tries) {
    const answer = await sendRead(w, upload)
    assert.equal(answer.json().code, code)
    assert.ok(code in refusalTable)
  }
  assert.deepEqual(await rows(w), [])
  assert.deepEqual(await audited(w, 'card-read-refused'), [])
})

test('R2.4 a first read takes 16 statements, a repeated one 6', async (t) => {
  const { w, reader } = await atWindow(t)
  const signed = signRead(reader, readOf(reader, syntheticFacts()))
  w.statements()
  await sendRead(w, signed)
  assert.equal(w.statements().length, 16)
  await sendRead(w, signed)
  assert.equal(w.statements().length, 6)
})

async function asOwner(w: World, statement: string): Promise<void> {
  const { withClient } = await import('../platform/postgres/cluster.ts')
  await withClient(w.ownerUrl, (client) => client.query(statement))
}
