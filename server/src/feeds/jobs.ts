import type { JobHandlers, TimedJob } from '../platform/worker.ts'
import { sweepUncollected } from './sweep-uncollected.ts'

export const feedJobs = { 'sweep-uncollected': sweepUncollected } satisfies JobHandlers

/** At night in Shanghai: no batch is applied while it runs. */
export const feedTimes: readonly TimedJob[] = [{ name: 'sweep-uncollected', at: '23 19 * * *' }]
