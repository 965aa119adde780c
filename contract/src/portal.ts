import { z } from 'zod'
import { route } from './route.ts'

export const WindowView = z
  .object({
    code: z.string(),
    name: z.string(),
    district: z.string(),
    address: z.string(),
    /** null reads «时间待确认», never «closed» (R9.2). */
    hours: z.string().nullable(),
    phone: z.string().nullable(),
  })
  .meta({ id: 'ServiceWindow' })
export type WindowView = z.infer<typeof WindowView>

export const listWindows = route({
  method: 'GET',
  path: '/api/portal/windows',
  act: 'read-portal',
  summary: 'Open service windows, the city hall first',
  response: z.object({ windows: z.array(WindowView) }),
})
