import { cardKinds } from '@zhuji/domain/card-facts.ts'
import { dataLevels } from '@zhuji/domain/data-level.ts'
import { refusalReasons } from '@zhuji/domain/original-verification.ts'
import { filledSections } from '@zhuji/domain/profile-completeness.ts'
import { writers } from '@zhuji/domain/record-declaration.ts'
import { recordKindNames } from '@zhuji/domain/record-kinds.ts'
import { pageShows } from '@zhuji/domain/scan-pages.ts'
import { signatureStates } from '@zhuji/domain/signature-states.ts'
import { z } from 'zod'
import { recordPayload } from './record-payload.ts'
import { route } from './route.ts'

export const personParams = z.object({ personId: z.uuid() })
export const recordParams = z.object({ personId: z.uuid(), recordId: z.uuid() })
export const versionParams = recordParams.extend({ version: z.coerce.number().int().positive() })
export const scanParams = versionParams.extend({ page: z.coerce.number().int().min(1).max(20) })

export const FieldValueView = z.union([
  z.string(),
  z.boolean(),
  z.object({ text: z.string(), code: z.string().nullable() }),
  z.null(),
])

export const ScanPage = z.object({
  page: z.int(),
  bytes: z.int(),
  width: z.int(),
  height: z.int(),
  dpi: z.int(),
  shows: z.enum(pageShows),
})

export const RecordView = z
  .object({
    id: z.uuid(),
    kind: z.enum(recordKindNames),
    level: z.enum(dataLevels),
    version: z.int(),
    /** Who entered it: the person, an enterprise on their behalf, a feed (R4.5, G57). */
    origin: z.enum(writers),
    payload: z.record(z.string(), FieldValueView),
    scans: z.array(ScanPage),
    /** The last answer of a window, where it speaks of this version and was a refusal (R7.5). */
    refusal: z
      .object({
        reasons: z.array(z.enum(refusalReasons)),
        note: z.string().nullable(),
        at: z.iso.datetime(),
        officeName: z.string(),
      })
      .nullable(),
    /** The verification that a window took back, as long as the record stands at D and no window spoke since (R6.4). */
    cancellation: z.object({ reason: z.string(), at: z.iso.datetime(), officeName: z.string() }).nullable(),
    verifiedAt: z.iso.datetime().nullable(),
    verifiedBy: z.string().nullable(),
    /** Number of an application in progress that uses it (R6.7). */
    openUse: z.string().nullable(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Record' })
export type RecordView = z.infer<typeof RecordView>

export const ProfileView = z
  .object({
    personId: z.uuid(),
    /** As the masking table shows them to their owner. */
    card: z.object({
      kind: z.enum(cardKinds),
      name: z.string(),
      number: z.string(),
      mobile: z.string().nullable(),
      validUntil: z.string().nullable(),
    }),
    /** Section 10: filed stays filed while a later upload waits for the person's word. */
    signature: z.enum(signatureStates),
    /** The sections of which the person declared to have nothing (R4.11). */
    none: z.array(z.enum(filledSections)),
    records: z.array(RecordView),
  })
  .meta({ id: 'Profile' })
export type ProfileView = z.infer<typeof ProfileView>

/** The whole profile in one statement; an unchanged one answers 304 by its ETag. */
export const readProfile = route({
  method: 'GET',
  path: '/api/persons/:personId/profile',
  act: 'read-profile',
  summary: 'The person’s own profile',
  params: personParams,
  response: ProfileView,
})

export const addRecord = route({
  method: 'POST',
  path: '/api/persons/:personId/records',
  act: 'write-record',
  summary: 'Add a record at level D',
  params: personParams,
  body: z.strictObject({
    /** Chosen by the page, so that sending twice makes one record. */
    id: z.uuid(),
    record: recordPayload,
    /** 如实、准确、审慎: the person declares it for this version. */
    declared: z.literal(true),
  }),
  status: 201,
  response: RecordView,
})

export const editRecord = route({
  method: 'PUT',
  path: '/api/persons/:personId/records/:recordId',
  act: 'write-record',
  summary: 'Edit a record at level D',
  params: recordParams,
  body: z.strictObject({
    /** The version that was before the person's eyes. */
    version: z.int().positive(),
    record: recordPayload,
    declared: z.literal(true),
  }),
  response: RecordView,
})

export const deleteRecord = route({
  method: 'DELETE',
  path: '/api/persons/:personId/records/:recordId',
  act: 'write-record',
  summary: 'Delete a record at level D; its history stays',
  params: recordParams,
  query: z.object({ version: z.coerce.number().int().positive() }),
  status: 204,
  response: z.undefined(),
})

/** A page of the scan: a new version of the record (R7.7). The rules of R5.1 and R5.3 are each answered on refusal. */
export const addScan = route({
  method: 'POST',
  path: '/api/persons/:personId/records/:recordId/versions/:version/scans',
  act: 'write-record',
  summary: 'Add a page to the scan',
  params: versionParams,
  query: z.object({ shows: z.enum(pageShows).default('certificate') }),
  bytes: { body: 'image/jpeg' },
  status: 201,
  response: z.object({
    record: RecordView,
    /** What was cut from the file losslessly, told to the person (R5.6). */
    removed: z.array(z.enum(['location', 'thumbnail', 'comment', 'trailing-bytes', 'other-metadata'])),
    /** Rules that passed with a warning. */
    warnings: z.array(z.string()),
  }),
})

export const removeScan = route({
  method: 'DELETE',
  path: '/api/persons/:personId/records/:recordId/versions/:version/scans/:page',
  act: 'write-record',
  summary: 'Remove a page of the scan; earlier versions keep it',
  params: scanParams,
  response: RecordView,
})

/** A new version with the same pages in another order; a review form stays after the certificate (R4.3). */
export const reorderScans = route({
  method: 'PUT',
  path: '/api/persons/:personId/records/:recordId/versions/:version/scans/order',
  act: 'write-record',
  summary: 'Put the pages of the scan in order',
  params: versionParams,
  body: z.strictObject({
    /** Every page once, by its number in this version. */
    pages: z.array(z.int().min(1).max(20)).min(1).max(20),
  }),
  response: RecordView,
})

/** To a clerk's screen it counts as displayed (R7.4). */
export const readScan = route({
  method: 'GET',
  path: '/api/persons/:personId/records/:recordId/versions/:version/scans/:page',
  act: 'read-scan',
  summary: 'One page of a scan',
  params: scanParams,
  bytes: { response: 'image/jpeg' },
  response: z.unknown(),
})

export const historyEvents = [
  'created',
  'edited',
  'scan-added',
  'scan-removed',
  'scan-reordered',
  'deleted',
  'corrected',
  'verified',
  'refused',
  'verification-cancelled',
  'frozen',
] as const

/** Every former version: who, when, why, from what (R6.9). */
export const HistoryEntry = z
  .object({
    event: z.enum(historyEvents),
    version: z.int(),
    level: z.enum(dataLevels),
    at: z.iso.datetime(),
    /** Office and role, never the clerk's name (R12.1). */
    by: z.object({ role: z.string(), officeName: z.string().nullable() }),
    reasons: z.array(z.string()),
    note: z.string().nullable(),
    /** The version before and after, for the fields that changed. */
    changes: z.array(z.object({ field: z.string(), from: FieldValueView, to: FieldValueView })),
    pages: z.int(),
  })
  .meta({ id: 'HistoryEntry' })
export type HistoryEntry = z.infer<typeof HistoryEntry>

export const readHistory = route({
  method: 'GET',
  path: '/api/persons/:personId/records/:recordId/history',
  act: 'read-record-history',
  summary: 'The record’s history, oldest first',
  params: recordParams,
  response: z.object({ entries: z.array(HistoryEntry) }),
})
