import type { RejectedLine } from '@zhuji/contract/feeds.ts'

/** The batch at hand, as what it writes refers to it. */
export interface Batch {
  batchId: string
  auditId: string
}

/** What a source made of its lines. */
export interface Applied {
  taken: number
  rejected: RejectedLine[]
  /** Whose data are other than before. */
  changed: readonly string[]
  /** Of social security: the latest month told, YYYY-MM. */
  newestMonth?: string | null
}

export const nothingApplied: Applied = { taken: 0, rejected: [], changed: [] }

export const together = (one: Applied, other: Applied): Applied => ({
  taken: one.taken + other.taken,
  rejected: [...one.rejected, ...other.rejected],
  changed: [...new Set([...one.changed, ...other.changed])],
})
