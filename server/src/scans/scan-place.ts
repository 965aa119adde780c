import type { Place } from '../platform/sealing.ts'

export const scanPlace = (personId: string): Place => ({ table: 'scan', column: 'bytes', owner: personId })
