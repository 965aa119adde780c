import { z } from 'zod'

/** Every kind of job and what it carries: ids, never records. What a crontab adds to a payload is dropped. */
export const jobSchemas = {
  'send-code': z.object({ personId: z.uuid(), codeId: z.uuid() }),
  'send-message': z.object({ personId: z.uuid(), messageId: z.uuid() }),
  'seal-audit': z.object({}),
  'keep-audit-months': z.object({}),
  'learn-full-names': z.object({ personId: z.uuid() }),
  'clean-up': z.object({}),
  'sweep-blobs': z.object({}),
  'sweep-uncollected': z.object({}),
  'remind-expiry': z.object({}),
} as const

export type JobName = keyof typeof jobSchemas
export type Jobs = { [N in JobName]: z.output<(typeof jobSchemas)[N]> }
