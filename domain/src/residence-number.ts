import { type CitizenNumberFault, citizenNumberFaults, sexOfNumber } from './citizen-number.ts'
import { digitsOfIsoDate, isoDateOfDigits } from './dates.ts'

const shapeOf2017 = /^[A-Z]{3}\d{12}$/

/** GA's accepting authority: the first two digits name a province, 11–65. */
const isProvince = (digits: string) => Number(digits) >= 11 && Number(digits) <= 65

/**
 * The check digit of a 15-character number from its first 14 (3 letters, 11 digits): weights 7-3-1 repeated,
 * A=10 … Z=35, sum mod 10, as in ICAO 9303. Null for any other text.
 */
export function residenceCheckDigit(first14: string): string | null {
  if (!/^[A-Z]{3}\d{11}$/.test(first14)) return null
  const sum = [...first14].reduce(
    (total, sign, index) => total + Number.parseInt(sign, 36) * ([7, 3, 1][index % 3] ?? 0),
    0,
  )
  return String(sum % 10)
}

/**
 * What is wrong with a foreigner's permanent residence number, empty when nothing (R2.7, R2.8): 18 characters
 * that begin with 9 and the accepting province (since 2023), or 3 letters and 12 digits (2017). A fault of a
 * genuine read is a flag, never a refusal.
 */
export function residenceNumberFaults(number: string): readonly CitizenNumberFault[] {
  if (/^[A-Z]/.test(number)) return faultsOf2017(number)
  const faults = citizenNumberFaults(number)
  const regionUnsaid = faults.every((fault) => fault === 'date' || fault === 'check-digit')
  const hasRegion = number.startsWith('9') && isProvince(number.slice(1, 3))
  return regionUnsaid && !hasRegion ? ['region', ...faults] : faults
}

function faultsOf2017(number: string): CitizenNumberFault[] {
  const misshapen: CitizenNumberFault[] = []
  if ([...number].length !== 15) misshapen.push('length')
  if (!/^[A-Z]{1,3}$|^[A-Z]{3}\d+$/.test(number)) misshapen.push('characters')
  if (misshapen.length > 0) return misshapen

  const faults: CitizenNumberFault[] = []
  if (!isProvince(number.slice(3, 5))) faults.push('region')
  // Two digits of the year leave the century open: either may make the date real.
  const digits = number.slice(7, 13)
  if (!isoDateOfDigits(`19${digits}`) && !isoDateOfDigits(`20${digits}`)) faults.push('date')
  if (residenceCheckDigit(number.slice(0, 14)) !== number[14]) faults.push('check-digit')
  return faults
}

/** By the sequence digit of either form, odd for male; null when the number has neither shape. */
export function sexOfResidenceNumber(number: string): 'male' | 'female' | null {
  if (!shapeOf2017.test(number)) return sexOfNumber(number)
  return Number(number[13]) % 2 === 1 ? 'male' : 'female'
}

/**
 * Does a birth date (YYYY-MM-DD) agree with the number, by year, month and day, or without the century where
 * the number has none? False when the number has neither shape.
 */
export function residenceNumberHasBirthDate(number: string, birthDate: string): boolean {
  const digits = digitsOfIsoDate(birthDate)
  if (shapeOf2017.test(number)) return number.slice(7, 13) === digits.slice(2)
  return /^\d{17}[\dX]$/.test(number) && number.slice(6, 14) === digits
}
