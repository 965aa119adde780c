import { timingSafeEqual } from 'node:crypto'
import { formCodePrefix } from '@zhuji/domain/signature-form.ts'
import type { KeyRing } from '../platform/keys.ts'

// Sixteen bytes of the form's id and ten of the MAC, in digits and capitals, which a QR code keeps smallest.
const macLength = 10
const digits = Math.ceil(((16 + macLength) * 8) / 5)
const pattern = new RegExp(`^${formCodePrefix}([0-9A-V]{${digits}})$`)

/** What the printed form's code says: which form it is and, provable by this installation only, whose (R10.2). */
export function formCode(keys: KeyRing, personId: string, formId: string): string {
  const id = Buffer.from(formId.replaceAll('-', ''), 'hex')
  const bytes = Buffer.concat([id, macOf(keys, personId, id)])
  return (
    formCodePrefix +
    BigInt(`0x${bytes.toString('hex')}`)
      .toString(32)
      .toUpperCase()
      .padStart(digits, '0')
  )
}

/** The form that a code names, if it was printed for this person; null for everybody else's and for any other text. */
export function formOf(keys: KeyRing, personId: string, text: string): string | null {
  const sign = pattern.exec(text)?.[1]
  if (!sign) return null
  const number = [...sign].reduce((sum, digit) => sum * 32n + BigInt(Number.parseInt(digit, 32)), 0n)
  const bytes = Buffer.from(number.toString(16).padStart((16 + macLength) * 2, '0'), 'hex')
  const id = bytes.subarray(0, 16)
  if (bytes.length !== 16 + macLength || !timingSafeEqual(bytes.subarray(16), macOf(keys, personId, id)))
    return null
  const hex = id.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const macOf = (keys: KeyRing, personId: string, id: Buffer): Buffer =>
  keys.mac('signature-form', personId, id).subarray(0, macLength)
