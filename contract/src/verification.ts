import { cardFlags } from '@zhuji/domain/card-facts.ts'
import { dataLevels } from '@zhuji/domain/data-level.ts'
import { refusalReasons } from '@zhuji/domain/original-verification.ts'
import { z } from 'zod'
import { plainText } from './plain-text.ts'
import { personParams, RecordView, recordParams } from './records.ts'
import { route } from './route.ts'

export const bearers = ['person', 'agent'] as const

/** By exact number, in the body: never in a URL. Leaves an entry in the person's timeline with its reason. */
export const findPerson = route({
  method: 'POST',
  path: '/api/window/persons/search',
  act: 'find-person',
  summary: 'Find a person by exact document number',
  body: z.strictObject({ number: z.string().min(1).max(30), reason: z.enum(['original-verification']) }),
  response: z.object({
    person: z.object({ personId: z.uuid(), name: z.string(), number: z.string() }).nullable(),
  }),
})

/** What a window sees of a person: the certificates with an original, those at D first. */
export const VerificationWork = z
  .object({
    person: z.object({
      personId: z.uuid(),
      name: z.string(),
      number: z.string(),
      flags: z.array(z.enum(cardFlags)),
    }),
    records: z.array(
      RecordView.extend({
        mayCancel: z.boolean(),
        /** The last answer of a window where it was a refusal, of this version or an earlier one (R7.5). */
        lastRefusal: RecordView.shape.refusal,
      }),
    ),
  })
  .meta({ id: 'VerificationWork' })
export type VerificationWork = z.infer<typeof VerificationWork>

export const readVerificationWork = route({
  method: 'GET',
  path: '/api/window/persons/:personId/verification-work',
  act: 'verify-original',
  summary: 'The certificates of a person who stands at the window',
  params: personParams,
  response: VerificationWork,
})

/** 原件核对: every compared field confirmed, every page displayed, the very version that was seen (R7.4, R7.7). */
export const verifyOriginal = route({
  method: 'POST',
  path: '/api/persons/:personId/records/:recordId/original-verification',
  act: 'verify-original',
  summary: 'Confirm a record against its original',
  params: recordParams,
  body: z.strictObject({
    version: z.int().positive(),
    confirmed: z.array(z.string().max(40)).max(20),
    presentedBy: z.enum(bearers),
  }),
  status: 201,
  response: z.object({ level: z.enum(dataLevels), verificationId: z.uuid() }),
})

/** 不予核对, with reasons (R7.5). */
export const refuseOriginal = route({
  method: 'POST',
  path: '/api/persons/:personId/records/:recordId/verification-refusal',
  act: 'verify-original',
  summary: 'Refuse to confirm a record, with reasons that reach the person',
  params: recordParams,
  body: z.strictObject({
    version: z.int().positive(),
    reasons: z.array(z.enum(refusalReasons)).max(5),
    note: plainText(200).nullable(),
    presentedBy: z.enum(bearers),
  }),
  status: 201,
  response: z.object({ level: z.enum(dataLevels), verificationId: z.uuid() }),
})

/** 取消原件核对: only the department that verified, not while an application in progress uses it (R6.4). */
export const cancelVerification = route({
  method: 'POST',
  path: '/api/persons/:personId/records/:recordId/verification-cancellation',
  act: 'cancel-verification',
  summary: 'Cancel a verification',
  params: recordParams,
  body: z.strictObject({ version: z.int().positive(), reason: plainText(200).min(2) }),
  status: 201,
  response: z.object({ level: z.enum(dataLevels) }),
})
