import type { JobHandlers, TimedJob } from '../platform/worker.ts'
import { keepAuditMonths } from './keep-audit-months.ts'
import { sealAudit } from './seal-audit.ts'

export const auditJobs: JobHandlers = {
  'seal-audit': async (ctx) => void (await sealAudit(ctx)),
  'keep-audit-months': keepAuditMonths,
}

export const auditTimes: readonly TimedJob[] = [
  // At most so long is an entry unsealed.
  { name: 'seal-audit', at: '* * * * *' },
  { name: 'keep-audit-months', at: '30 18 * * *' },
]
