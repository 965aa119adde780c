import { isoDateOfDigits } from './dates.ts'

/** What does not hold in a number; several may be named, `length` or `characters` alone hides the rest. */
export type CitizenNumberFault = 'length' | 'characters' | 'region' | 'date' | 'check-digit'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const shape = /^\d{17}[\dX]$/

/** 11–65 the mainland, 71 Taiwan, 81–83 residents of Hong Kong, Macau and Taiwan, 9x foreigners (R2.7). */
function isRegionPrefix(prefix: number): boolean {
  return (prefix >= 11 && prefix <= 65) || prefix === 71 || (prefix >= 81 && prefix <= 83) || prefix >= 90
}

/**
 * The check character (0–9 or X) of the first 17 digits of a citizen number, GB 11643 (ISO 7064 MOD 11-2);
 * null when they are not 17 ASCII digits.
 */
export function citizenCheckCharacter(first17: string): string | null {
  if (!/^\d{17}$/.test(first17)) return null
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0)
  return '10X98765432'.charAt(sum % 11)
}

/**
 * What is wrong with an 18-character number as a card carries it (upper-case X), empty when nothing: length,
 * characters, two-digit region prefix, a real date, check digit (R2.7, GB 11643). Of a number read from a
 * genuine card every fault is a flag, never a refusal.
 */
export function citizenNumberFaults(number: string): readonly CitizenNumberFault[] {
  const misshapen: CitizenNumberFault[] = []
  if ([...number].length !== 18) misshapen.push('length')
  if (!/^\d*X?$/.test(number)) misshapen.push('characters')
  if (misshapen.length > 0) return misshapen

  const faults: CitizenNumberFault[] = []
  if (!isRegionPrefix(Number(number.slice(0, 2)))) faults.push('region')
  if (birthDateOfNumber(number) === null) faults.push('date')
  if (citizenCheckCharacter(number.slice(0, 17)) !== number[17]) faults.push('check-digit')
  return faults
}

/** YYYY-MM-DD of digits 7–14 of an 18-character number; null when it has another shape or no real date there. */
export const birthDateOfNumber = (number: string): string | null =>
  shape.test(number) ? isoDateOfDigits(number.slice(6, 14)) : null

/** By digit 17 of an 18-character number, odd for male (GB 11643); null when it has another shape. */
export function sexOfNumber(number: string): 'male' | 'female' | null {
  if (!shape.test(number)) return null
  return Number(number[16]) % 2 === 1 ? 'male' : 'female'
}
