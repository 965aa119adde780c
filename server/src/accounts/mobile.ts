import { normaliseMobile } from '@zhuji/domain/mobile-number.ts'
import type { KeyRing } from '../platform/keys.ts'
import { unprocessable } from '../platform/refused-error.ts'
import { blindIndex } from '../platform/sealing.ts'

/** A mobile number as typed, in its eleven digits, and how it is found. */
export interface Mobile {
  digits: string
  keyId: number
  index: Buffer
}

/** Refuses with `mobile-malformed`. */
export function mobileOf(keys: KeyRing, typed: string): Mobile {
  const decision = normaliseMobile(typed)
  if (!decision.granted) throw unprocessable({ code: 'mobile-malformed' })
  return { digits: decision.value, ...blindIndex(keys, 'mobile', decision.value) }
}
