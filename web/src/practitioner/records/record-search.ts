import { recordKindNames } from '@zhuji/domain/record-kinds.ts'
import { z } from 'zod'

/** What stands open on a page of records lies in its address, so that a reload or a new sign-in comes back to it. */
export const recordSearch = z.object({
  add: z.enum(recordKindNames).optional().catch(undefined),
  edit: z.uuid().optional().catch(undefined),
  view: z.uuid().optional().catch(undefined),
  history: z.uuid().optional().catch(undefined),
})
export type RecordSearch = z.infer<typeof recordSearch>
