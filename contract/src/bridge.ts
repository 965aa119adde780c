import { cardFlags } from '@zhuji/domain/card-facts.ts'
import { z } from 'zod'
import { CardFactsView, presenters } from './card-reads.ts'
import { route } from './route.ts'

// The bridge's own service on the window's PC: loopback only, to the page's configured origin only.

/** What the reader's lamp says; each fault has its words for the clerk. */
export const readerStates = [
  'no-reader',
  'port-busy',
  'no-permission',
  'no-answer',
  'self-test',
  'not-authorised',
  'waiting',
  'reading',
  'hold',
  'moved',
  'card-rejected',
  'card-fault',
  'line-error',
  'protocol',
  'unplugged',
  'paused',
  'ticket-expired',
] as const
export type ReaderState = (typeof readerStates)[number]

/** `saved` 保存成功: durable on this PC; `sent` 上传成功: receipted; `failed`: did not go through, goes on by itself. */
export const readStates = ['saved', 'sending', 'sent', 'failed'] as const

export const BridgeRead = z
  .object({
    readId: z.uuid(),
    counter: z.int(),
    readAt: z.iso.datetime(),
    state: z.enum(readStates),
    /** The server's refusal code, or `unreachable`; null while nothing failed. */
    failure: z.string().nullable(),
    attempts: z.int(),
    flags: z.array(z.enum(cardFlags)),
    outcome: z.enum(['first', 'refreshed', 'same']).nullable(),
    presentedBy: z.enum(presenters),
    facts: CardFactsView,
    portrait: z.object({ format: z.enum(['wlt', 'jpeg', 'none']), jpeg: z.string().nullable() }),
  })
  .meta({ id: 'BridgeRead' })
export type BridgeRead = z.infer<typeof BridgeRead>

export const BridgeStatus = z
  .object({
    reader: z.enum(readerStates),
    samId: z.string().nullable(),
    /** Shown on screen wherever it is true: the reader is a simulated one. */
    simulated: z.boolean(),
    server: z.enum(['reachable', 'unreachable', 'unknown']),
    sittingId: z.uuid().nullable(),
    /** People, not touches (R2.3). */
    tally: z.object({ read: z.int(), succeeded: z.int(), failed: z.int() }),
    /** Reads on this PC that the server has not receipted yet, of this sitting and of earlier ones. */
    unsent: z.int(),
    /** Read files of this PC that cannot be opened any more: set aside, never deleted. */
    damaged: z.int(),
    /** `failing`: the disk took the last read not; nothing can be read until it does. */
    storage: z.enum(['ok', 'failing']),
    reads: z.array(BridgeRead),
    /** Grows with every change: the page asks again with it and waits. */
    revision: z.int(),
  })
  .meta({ id: 'BridgeStatus' })
export type BridgeStatus = z.infer<typeof BridgeStatus>

const act = 'bridge'

/** Answers at once when `after` is behind, else waits up to 20 s for a change (long poll). */
export const bridgeStatus = route({
  method: 'GET',
  path: '/status',
  act,
  summary: 'Reader, tally and reads of the sitting',
  query: z.object({ after: z.coerce.number().int().optional() }),
  response: BridgeStatus,
})

/** 点击读卡: starts a sitting; without one the reader rests. */
export const startSitting = route({
  method: 'POST',
  path: '/sittings',
  act,
  summary: 'Start reading with the ticket of the signed-in clerk',
  body: z.strictObject({
    ticket: z.string().max(600),
    /** As issued with it: the server believes no read of this moment or later, so none is made (R2.6). */
    ticketExpiresAt: z.iso.datetime(),
    presentedBy: z.enum(presenters),
    challenge: z.string().max(100).nullable().default(null),
  }),
  status: 201,
  response: BridgeStatus,
})

/** 完成读卡返回: refused (`reads-not-saved`) while a read is not yet durable. */
export const finishSitting = route({
  method: 'POST',
  path: '/sittings/end',
  act,
  summary: 'End the sitting; says how many reads are still to be sent',
  body: z.strictObject({}),
  response: z.object({ unsent: z.int() }),
})

/** 重传失败记录 */
export const resendFailed = route({
  method: 'POST',
  path: '/reads/resend',
  act,
  summary: 'Send again what did not go through',
  body: z.strictObject({}),
  response: BridgeStatus,
})
