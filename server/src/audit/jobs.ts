import type { JobHandlers, TimedJob } from '../platform/worker.ts'
import { sealAudit } from './seal-audit.ts'

export const auditJobs: JobHandlers = {
  'seal-audit': async (ctx) => void (await sealAudit(ctx)),
}

/** At most so long is an entry unsealed. */
export const auditTimes: readonly TimedJob[] = [{ name: 'seal-audit', at: '* * * * *' }]
