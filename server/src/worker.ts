import { accountJobs } from './accounts/jobs.ts'
import { auditJobs, auditTimes } from './audit/jobs.ts'
import { blobJobs, blobTimes } from './blobs/jobs.ts'
import { feedJobs, feedTimes } from './feeds/jobs.ts'
import { fullNameJobs } from './full-names/jobs.ts'
import { messageJobs, messageTimes } from './messages/jobs.ts'
import type { Context } from './platform/context.ts'
import { type JobHandlers, type RunningWorker, runWorker, type TimedJob } from './platform/worker.ts'

const handlers: JobHandlers = {
  ...accountJobs,
  ...auditJobs,
  ...blobJobs,
  ...feedJobs,
  ...fullNameJobs,
  ...messageJobs,
}

const timed: readonly TimedJob[] = [
  { name: 'clean-up', at: '*/10 * * * *' },
  ...auditTimes,
  ...blobTimes,
  ...feedTimes,
  ...messageTimes,
]

/** The jobs of every subject, run in this process; `problem` hears of each try that failed. */
export function startWorker(ctx: Context, problem: (error: Error) => void): Promise<RunningWorker> {
  return runWorker(ctx, handlers, timed, problem)
}
