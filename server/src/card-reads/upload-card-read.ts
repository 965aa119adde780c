import type { CardReadReceipt } from '@zhuji/contract/card-reads.ts'
import type { CardFacts, CardFlag } from '@zhuji/domain/card-facts.ts'
import { cardFlagsOf } from '@zhuji/domain/card-flags.ts'
import { type ClerkTicket, decideCardRead, decideRepetition } from '@zhuji/domain/card-read.ts'
import { parseTextBlock } from '@zhuji/domain/card-text-block.ts'
import type { z } from 'zod'
import { attachLiveRead, changeOfRead } from '../phone-changes/attach-live-read.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { RefusedError } from '../platform/refused-error.ts'
import { openTicket } from './clerk-ticket.ts'
import { keepCard } from './keep-card.ts'
import { findReaderKey, insertReceipt, lockReader, type ReaderAtWindow, receiptsOf } from './repository.ts'
import { digestOf } from './sealed-card.ts'
import { isSignedBy, type ReceivedRead, unpackRead } from './signed-read.ts'

type Receipt = z.output<typeof CardReadReceipt>
type Result = { receipt: Receipt } | { refused: RefusedError }

const statusOf: Record<string, number> = { 'counter-used': 409, 'unknown-card': 422 }

/**
 * Receives one card read. The caller is a stranger to HTTP: the reader's signature says which bridge it is, the
 * ticket which clerk. What a genuine reader sends and is refused leaves an audit entry; a forgery leaves nothing.
 */
export async function uploadCardRead(
  ctx: Context,
  caller: Actor,
  upload: { payload: string; signature: string },
): Promise<Receipt> {
  const read = unpackRead(upload)
  const publicKey = await findReaderKey(ctx.db, read.message.readerId)
  if (!publicKey) throw refusal('reader-not-enrolled')
  if (!isSignedBy(publicKey, read)) throw refusal('signature-not-genuine')

  const ticket = openTicket(ctx.keys, read.message.ticket)
  const bridge: Actor = { ...caller, role: 'bridge', id: ticket?.clerkId ?? null }
  const result = await withActor(ctx, bridge, async (tx) => {
    const reader = await lockReader(tx, read.message.readerId)
    const actor = actorOfRead(bridge, ticket, reader)
    const outcome = await receive(ctx, tx, actor, { read, reader, ticket })
    if ('refused' in outcome) await auditRefusal(ctx, tx, actor, read, outcome.refused)
    return outcome
  })
  // Thrown after the commit, so that the refusal's audit entry stays.
  if ('refused' in result) throw result.refused
  return result.receipt
}

interface AtWindow {
  read: ReceivedRead
  reader: ReaderAtWindow
  ticket: ClerkTicket | null
}

async function receive(ctx: Context, tx: Tx, actor: Actor, at: AtWindow): Promise<Result> {
  const { message, signed } = at.read
  const digest = digestOf(signed)
  const earlier = await receiptsOf(tx, message.readerId, message.counter, message.readId)
  const repetition = decideRepetition(
    earlier.map((receipt) => ({
      same: receipt.counter === String(message.counter) && receipt.digest.equals(digest),
    })),
  )
  if (!repetition.granted) return { refused: refusal(repetition.refusal.code) }
  const [receipt] = earlier
  if (receipt) return { receipt: answerOf(receipt, true) }

  // A repeated read was believed once; only a fresh one is judged.
  const belief = decideCardRead({
    reader: at.reader,
    signatureGenuine: true,
    ticket: at.ticket,
    readAt: Date.parse(message.readAt),
    now: at.reader.now.getTime(),
  })
  if (!belief.granted || !at.ticket)
    return { refused: refusal(belief.granted ? 'ticket-not-genuine' : belief.refusal.code) }
  const facts = parseTextBlock(Buffer.from(message.textBlock, 'base64'))
  if (!facts.granted || !isKnownCard(facts.value)) return { refused: refusal('unknown-card') }
  return { receipt: await keepRead(ctx, tx, actor, { ...at, ticket: at.ticket }, facts.value, digest) }
}

/** A card that names no document creates nobody (R2.8). */
const isKnownCard = (facts: CardFacts): boolean => facts.kind !== 'unknown' && facts.number !== ''

async function keepRead(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  at: AtWindow & { ticket: ClerkTicket },
  facts: CardFacts,
  digest: Buffer,
): Promise<Receipt> {
  const { message } = at.read
  const flags = cardFlagsOf(facts, ctx.today())
  const changeId = await changeOfRead(ctx, tx, message, at.reader.windowId)
  const kept = await keepCard(ctx, tx, {
    message,
    facts,
    flags,
    windowId: at.reader.windowId,
    clerkId: at.ticket.clerkId,
    live: changeId !== null,
  })
  await attachLiveRead(tx, changeId, { personId: kept.personId, readId: message.readId })
  const receipt = {
    reader_id: message.readerId,
    counter: message.counter,
    read_id: message.readId,
    receipt_id: newId(),
    digest,
    outcome: kept.outcome,
    flags,
  }
  const received_at = await insertReceipt(tx, receipt)
  await recordAudit(ctx, tx, actor, {
    act: 'upload-card-read',
    personId: kept.personId,
    object: { kind: 'card-read', id: message.readId, version: kept.version },
    details: {
      readerId: message.readerId,
      counter: message.counter,
      outcome: kept.outcome,
      superseded: kept.superseded,
      presentedBy: message.presentedBy,
      flags,
    },
    committed: facts,
    timeline: { reason: 'card-read' },
  })
  return answerOf({ ...receipt, received_at }, false)
}

function answerOf(
  receipt: {
    read_id: string
    receipt_id: string
    received_at: Date
    outcome: string
    flags: readonly string[]
  },
  repeated: boolean,
): Receipt {
  return {
    readId: receipt.read_id,
    receiptId: receipt.receipt_id,
    receivedAt: receipt.received_at.toISOString(),
    repeated,
    outcome: receipt.outcome as Receipt['outcome'],
    flags: [...receipt.flags] as CardFlag[],
  }
}

/** The ticket's clerk read the card; without a genuine ticket only the reader is known. */
function actorOfRead(bridge: Actor, ticket: ClerkTicket | null, reader: ReaderAtWindow): Actor {
  return {
    ...bridge,
    role: ticket ? 'clerk' : 'bridge',
    officeId: reader.departmentId,
    officeName: reader.departmentName,
    windowId: reader.windowId,
  }
}

async function auditRefusal(ctx: Context, tx: Tx, actor: Actor, read: ReceivedRead, refused: RefusedError) {
  const { readId, readerId, counter } = read.message
  await recordAudit(ctx, tx, actor, {
    act: 'card-read-refused',
    object: { kind: 'card-read', id: readId },
    details: { code: refused.refusal.code, readerId, counter },
  })
}

const refusal = (code: string) => new RefusedError(statusOf[code] ?? 403, { code })
