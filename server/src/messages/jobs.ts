import type { JobHandlers, TimedJob } from '../platform/worker.ts'
import { remindExpiry } from './remind-expiry.ts'

export const messageJobs = {
  'remind-expiry': (ctx, job) => remindExpiry(ctx, job),
} satisfies JobHandlers

export const messageTimes: readonly TimedJob[] = [
  // Half past eight in Shanghai: a text message wakes nobody.
  { name: 'remind-expiry', at: '30 0 * * *' },
]
