import type { RefusalTable } from './table.ts'

export const recordsRefusals = {} as const satisfies RefusalTable
