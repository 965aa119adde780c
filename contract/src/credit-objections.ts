import { z } from 'zod'
import { longText } from './plain-text.ts'
import { FieldValueView, personParams, recordParams } from './records.ts'
import { route } from './route.ts'

export const objectionStates = ['open', 'upheld', 'rejected'] as const
/** What an administrator may answer: 异议成立, 异议不成立. */
export const objectionOutcomes = ['upheld', 'rejected'] as const

const objectionText = longText(1000)

/** An objection to a credit record and its answer, as the person sees them (R12.4). */
export const CreditObjection = z
  .object({
    id: z.uuid(),
    recordId: z.uuid(),
    /** Of the record that the person objected to; a correction by its feed makes a later one. */
    version: z.int(),
    text: z.string(),
    state: z.enum(objectionStates),
    at: z.iso.datetime(),
    answer: z.object({ reason: z.string(), at: z.iso.datetime() }).nullable(),
  })
  .meta({ id: 'CreditObjection' })
export type CreditObjection = z.infer<typeof CreditObjection>

/** 提出异议: one open objection to a record at a time. */
export const objectToCredit = route({
  method: 'POST',
  path: '/api/persons/:personId/records/:recordId/objections',
  act: 'object-to-credit',
  summary: 'Object to a credit record',
  params: recordParams,
  body: z.strictObject({
    /** Chosen by the page, so that sending twice makes one objection. */
    id: z.uuid(),
    /** The version that was before the person's eyes. */
    version: z.int().positive(),
    text: objectionText,
  }),
  status: 201,
  response: CreditObjection,
})

export const readOwnObjections = route({
  method: 'GET',
  path: '/api/persons/:personId/objections',
  act: 'object-to-credit',
  summary: 'The person’s own objections with their answers, newest first',
  params: personParams,
  response: z.object({ objections: z.array(CreditObjection) }),
})

/** Nothing of a person stands in the list: who it is, the objection itself tells, and that look is on record. */
export const listOpenObjections = route({
  method: 'GET',
  path: '/api/admin/credit-objections',
  act: 'answer-objection',
  summary: 'Open objections, oldest first, by pages of fifty',
  query: z.object({
    /** The last one of the page before: its id. */
    after: z.uuid().optional(),
  }),
  response: z.object({
    objections: z.array(z.object({ personId: z.uuid(), id: z.uuid(), at: z.iso.datetime() })),
    more: z.boolean(),
  }),
})

const objectionParams = personParams.extend({ objectionId: z.uuid() })

/** One objection with the entry that it speaks of; the look is in the person's timeline before anything leaves (R12.1). */
export const readObjection = route({
  method: 'GET',
  path: '/api/admin/persons/:personId/objections/:objectionId',
  act: 'answer-objection',
  summary: 'One objection with the credit entry as it stood',
  params: objectionParams,
  response: z.object({
    objection: CreditObjection,
    /** Masked. */
    name: z.string(),
    /** The entry's fields in the version objected to, and whether its feed has corrected it since. */
    payload: z.record(z.string(), FieldValueView),
    corrected: z.boolean(),
  }),
})

export const answerObjection = route({
  method: 'POST',
  path: '/api/admin/persons/:personId/objections/:objectionId/answer',
  act: 'answer-objection',
  summary: 'Answer an objection with reasons; the person is told',
  params: objectionParams,
  body: z.strictObject({ outcome: z.enum(objectionOutcomes), reason: objectionText }),
  status: 201,
  response: z.object({ state: z.enum(objectionStates) }),
})
