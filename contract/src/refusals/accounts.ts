import type { RefusalTable } from './table.ts'

export const accountsRefusals = {} as const satisfies RefusalTable
