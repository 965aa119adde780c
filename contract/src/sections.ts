import { filledSections } from '@zhuji/domain/profile-completeness.ts'
import { z } from 'zod'
import { personParams } from './records.ts'
import { route } from './route.ts'

/** The sections of which a person may declare to have nothing: those with records of their own. */
export const absentSections = filledSections.filter((section) => section !== 'signature')

/** «没有»: completeness asks for the section no more, until a record is added (R4.11). */
export const declareAbsence = route({
  method: 'PUT',
  path: '/api/persons/:personId/sections/:section/absence',
  act: 'write-record',
  summary: 'Declare to have nothing in a section, or take that back',
  params: personParams.extend({ section: z.enum(absentSections) }),
  body: z.strictObject({ none: z.boolean() }),
  status: 204,
  response: z.undefined(),
})
