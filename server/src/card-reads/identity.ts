import type { KeyRing } from '../platform/keys.ts'
import { blindIndex } from '../platform/sealing.ts'

/** The directory's entry of a document number, exactly as the card carries it; numbers of all kinds share one space. */
export function identityOf(keys: KeyRing, number: string): { kind: string; keyId: number; index: Buffer } {
  return { kind: 'document-number', ...blindIndex(keys, 'document-number', number) }
}
