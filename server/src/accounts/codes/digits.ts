import { timingSafeEqual } from 'node:crypto'
import type { KeyRing } from '../../platform/keys.ts'

/** The six digits of a code follow from its id under a key of the server: they are stored nowhere (R3.4). */
export const digitsOf = (keys: KeyRing, codeId: string): string =>
  String(keys.mac('sms-code', codeId).readBigUInt64BE() % 1_000_000n).padStart(6, '0')

/** Compares without telling by its time how much was right. */
export const hasDigits = (keys: KeyRing, codeId: string, typed: string): boolean =>
  timingSafeEqual(keys.mac('typed-code', digitsOf(keys, codeId)), keys.mac('typed-code', typed.trim()))
