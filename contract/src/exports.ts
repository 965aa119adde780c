import { z } from 'zod'
import { FreshCode } from './fresh-codes.ts'
import { personParams } from './records.ts'
import { route } from './route.ts'

/** 导出我的信息 (R12.4): everything that is kept of the person in one ZIP, after a fresh code (R3.4). */
export const exportInformation = route({
  method: 'POST',
  path: '/api/persons/:personId/export',
  act: 'export-information',
  summary: 'All data of a person in one ZIP: JSON, scans, and a page to read',
  params: personParams,
  body: z.strictObject({ code: FreshCode }),
  bytes: { response: 'application/zip' },
  response: z.unknown(),
})

/** The archive’s own name: it names nobody. */
export const exportFileName = 'my-information.zip'
