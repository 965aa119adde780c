import type { JobHandlers } from '../platform/worker.ts'
import { learnFullNames } from './learn-full-names.ts'

export const fullNameJobs = { 'learn-full-names': learnFullNames } satisfies JobHandlers
