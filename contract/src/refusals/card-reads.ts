import type { RefusalTable } from './table.ts'

export const cardReadsRefusals = {} as const satisfies RefusalTable
