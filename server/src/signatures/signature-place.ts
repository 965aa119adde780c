import type { Place } from '../platform/sealing.ts'

/** Where the two pictures of an upload are sealed. */
export const signaturePlace = (personId: string, column: 'scan' | 'cut_out'): Place => ({
  table: 'signature',
  column,
  owner: personId,
})
