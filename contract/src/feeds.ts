import { cardKinds } from '@zhuji/domain/card-facts.ts'
import {
  type FeedSource,
  feedSources,
  kindOfSource,
  lineFaults,
  type RecordSource,
} from '@zhuji/domain/feed-lines.ts'
import type { RecordPayload } from '@zhuji/domain/record-declaration.ts'
import { z } from 'zod'
import { plainText } from './plain-text.ts'
import { payloadSchema } from './record-payload.ts'

/** Whom a line speaks of. */
const document = z.strictObject({
  kind: z.enum(cardKinds).exclude(['unknown']),
  /** A check character may come in lower case; cards carry capitals only. */
  number: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[\dA-Z]{8,18}$/),
})

const line = {
  /** The line's number in its batch, by which a bad one is reported. */
  number: z.int().positive(),
  /** The sender's own key of what the line tells: sent again with other content it is a correction (R11.4). */
  sourceKey: plainText(100).min(1),
}
const creditCode = z.string().trim().toUpperCase().max(30)

const recordLine = (source: RecordSource) =>
  z.strictObject({
    ...line,
    document,
    payload: payloadSchema(kindOfSource[source], 'feed') as unknown as z.ZodType<RecordPayload>,
  })

export const SocialSecurityLine = z.strictObject({
  ...line,
  document,
  /** YYYY-MM */
  month: z.string().regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/),
  unit: plainText(100).min(1),
  unitCode: creditCode.nullable().default(null),
  /** false takes a payment back that was reported before. */
  paid: z.boolean().default(true),
})

/** 企业库 and 资质申报记录: an enterprise itself, or who works there and supports which qualification. */
export const EnterpriseLine = z.discriminatedUnion('type', [
  z.strictObject({
    ...line,
    type: z.literal('enterprise'),
    creditCode,
    name: plainText(100).min(1),
    kind: plainText(40).nullable().default(null),
    district: plainText(20).nullable().default(null),
  }),
  z.strictObject({
    ...line,
    type: z.literal('employment'),
    document,
    creditCode,
    duty: plainText(60).min(1),
    /** Class and grade of the qualification supported. */
    supports: plainText(100).min(1).nullable().default(null),
    from: z.iso.date(),
    until: z.iso.date().nullable().default(null),
  }),
])

/** What a line of each source has to look like. */
export const feedLineSchemas = {
  registrations: recordLine('registrations'),
  contracts: recordLine('contracts'),
  credit: recordLine('credit'),
  'social-security': SocialSecurityLine,
  enterprises: EnterpriseLine,
} as const satisfies Record<FeedSource, z.ZodType>
export type FeedLine<S extends FeedSource> = z.output<(typeof feedLineSchemas)[S]>

export const FeedBatch = z.strictObject({
  source: z.enum(feedSources),
  batchNumber: plainText(60).min(1),
  /** Each is judged by itself: a bad line keeps no good one back. */
  lines: z.array(z.unknown()).max(50_000),
})
export type FeedBatch = z.output<typeof FeedBatch>

/** A line that was not taken; its number is its position, from 1, where it has none of its own. */
export const RejectedLine = z.object({
  number: z.int(),
  reason: z.enum(lineFaults),
  /** The fields that are wrong, where that is the reason. */
  fields: z.array(z.string()),
})
export type RejectedLine = z.infer<typeof RejectedLine>

/** What became of a batch; sent again it gets the same (R11.1). */
export const FeedReport = z
  .object({
    batchId: z.uuid(),
    lines: z.int(),
    taken: z.int(),
    rejected: z.array(RejectedLine),
  })
  .meta({ id: 'FeedReport' })
export type FeedReport = z.infer<typeof FeedReport>
