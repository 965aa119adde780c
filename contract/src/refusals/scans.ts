import type { RefusalTable } from './table.ts'

export const scansRefusals = {} as const satisfies RefusalTable
