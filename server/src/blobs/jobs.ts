import type { JobHandlers, TimedJob } from '../platform/worker.ts'
import { sweepBlobs } from './sweep-blobs.ts'

export const blobJobs = {
  'sweep-blobs': async (ctx) => void (await sweepBlobs(ctx)),
} satisfies JobHandlers

/** At night in Shanghai. */
export const blobTimes: readonly TimedJob[] = [{ name: 'sweep-blobs', at: '47 18 * * *' }]
