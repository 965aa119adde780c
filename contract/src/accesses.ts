import { z } from 'zod'
import { personParams } from './records.ts'
import { route } from './route.ts'

/** One look at a person's data, or one change by another: office, role and reason, never a name (R12.1). */
export const AccessView = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    office: z.string().nullable(),
    role: z.string(),
    reason: z.string(),
    /** The matter's number, where it has one. */
    matter: z.string().nullable(),
    act: z.string(),
    /** Of fed data: which system supplied them. */
    source: z.string().nullable(),
    /** Was kept back for a complaint until this day. */
    shownFrom: z.iso.date().nullable(),
  })
  .meta({ id: 'Access' })
export type AccessView = z.infer<typeof AccessView>

/** 谁查看过我的信息 (R12.1): newest first, by key; one's own reading of it leaves no line. */
export const readAccesses = route({
  method: 'GET',
  path: '/api/persons/:personId/accesses',
  act: 'read-accesses',
  summary: 'Who looked at or changed a person’s data, when and why',
  params: personParams,
  query: z.object({
    /** `next` of the page before. */
    before: z
      .string()
      .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z_[0-9a-f-]{36}$/)
      .optional(),
  }),
  response: z.object({
    accesses: z.array(AccessView),
    /** Where the next page begins; null at the end. */
    next: z.string().nullable(),
  }),
})
