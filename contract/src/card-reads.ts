import { cardFlags, cardKinds } from '@zhuji/domain/card-facts.ts'
import { z } from 'zod'
import { route } from './route.ts'

export const base64 = (maxBytes: number) => z.base64().max(Math.ceil(maxBytes / 3) * 4)

/** Who laid the card on the reader (R2.9). */
export const presenters = ['person', 'agent', 'enterprise'] as const

/** What the bridge signs for every card read (R2.6): its JSON text, as signed, travels as `payload`. */
export const CardReadMessage = z.strictObject({
  readId: z.uuid(),
  readerId: z.uuid(),
  /** Runs up by one with every read that the bridge kept; a number is used once. */
  counter: z.int().positive(),
  readAt: z.iso.datetime(),
  ticket: z.string().max(600),
  /** 16 bytes as the module gave them. */
  samId: base64(16),
  /** `chip`: the raw block came from the security module through our own driver. */
  assurance: z.enum(['chip']),
  /** The 256 bytes of the text block, exactly as read. */
  textBlock: base64(256),
  portrait: z.strictObject({ format: z.enum(['wlt', 'jpeg', 'none']), bytes: base64(64 * 1024) }),
  presentedBy: z.enum(presenters),
  /** The server's challenge, when the read is to be a live one. */
  challenge: z.string().max(100).nullable(),
})
export type CardReadMessage = z.infer<typeof CardReadMessage>

export const SignedCardRead = z
  .strictObject({
    /** base64url of the UTF-8 JSON of a CardReadMessage; the signature is over these decoded bytes. */
    payload: z.string().max(120_000),
    /** Ed25519, base64url. */
    signature: z.string().max(100),
  })
  .meta({ id: 'SignedCardRead' })

export const CardReadReceipt = z
  .object({
    readId: z.uuid(),
    receiptId: z.uuid(),
    receivedAt: z.iso.datetime(),
    /** true: the read had been receipted before; nothing was written again. */
    repeated: z.boolean(),
    /** `first`: the read created the person; `refreshed`: card facts changed; `same`: nothing new. */
    outcome: z.enum(['first', 'refreshed', 'same']),
    flags: z.array(z.enum(cardFlags)),
  })
  .meta({ id: 'CardReadReceipt' })

/** A card read travels from the bridge to the server; repeated sending gives the same receipt (R2.4, R2.6). */
export const uploadCardRead = route({
  method: 'POST',
  path: '/api/card-reads',
  act: 'upload-card-read',
  summary: 'Receive one signed card read from an enrolled reader',
  body: SignedCardRead,
  response: CardReadReceipt,
})

/** A reader's bridge introduces itself once, with a code given out for one window. */
export const enrolReader = route({
  method: 'POST',
  path: '/api/readers',
  act: 'enrol-reader',
  summary: 'Enrol a reader with a one-time code',
  body: z.strictObject({
    code: z.string().max(100),
    /** Ed25519 public key, SPKI DER, base64. */
    publicKey: base64(100),
    samId: base64(16),
  }),
  status: 201,
  response: z.object({ readerId: z.uuid(), windowName: z.string() }),
})

/** A clerk's ticket for 12 hours at one window; the page hands it to the bridge (R2.6). */
export const issueClerkTicket = route({
  method: 'POST',
  path: '/api/window/tickets',
  act: 'issue-clerk-ticket',
  summary: 'Issue the ticket that a bridge puts into each read',
  body: z.strictObject({}),
  status: 201,
  response: z.object({
    ticket: z.string(),
    expiresAt: z.iso.datetime(),
    windowName: z.string(),
    departmentName: z.string(),
  }),
})

export const CardFactsView = z.object({
  kind: z.enum(cardKinds),
  name: z.string(),
  englishName: z.string().nullable(),
  sex: z.enum(['male', 'female', 'unknown']),
  ethnicCode: z.string().nullable(),
  birthDate: z.string().nullable(),
  address: z.string().nullable(),
  number: z.string(),
  issuer: z.string().nullable(),
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
  nationality: z.string().nullable(),
  permitNumber: z.string().nullable(),
})
export type CardFactsView = z.infer<typeof CardFactsView>
