/** What does not hold in a unified social credit code; `length` or `characters` alone hides the rest. */
export type CreditCodeFault = 'length' | 'characters' | 'check-character'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const codeWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const

const isOfAlphabet = (text: string) => [...text].every((sign) => alphabet.includes(sign))

/**
 * The 18th character of a unified social credit code from its first 17 (GB 32100, MOD 31); null when they are
 * not 17 characters of its alphabet (digits and capitals without I, O, S, V, Z).
 */
export function creditCodeCheckCharacter(first17: string): string | null {
  if (first17.length !== 17 || !isOfAlphabet(first17)) return null
  const sum = codeWeights.reduce(
    (total, weight, index) => total + weight * alphabet.indexOf(first17.charAt(index)),
    0,
  )
  return alphabet.charAt((31 - (sum % 31)) % 31)
}

/**
 * What is wrong with a unified social credit code, empty when nothing (R8.1, GB 32100): 18 characters of the
 * alphabet, capitals only, digits 3–8 of the region, check character.
 */
export function creditCodeFaults(code: string): readonly CreditCodeFault[] {
  const faults: CreditCodeFault[] = []
  if ([...code].length !== 18) faults.push('length')
  if (!isOfAlphabet(code) || !/^\d*$/.test(code.slice(2, 8))) faults.push('characters')
  if (faults.length > 0) return faults
  return creditCodeCheckCharacter(code.slice(0, 17)) === code[17] ? [] : ['check-character']
}

/**
 * The 9th character of an organisation code from its first 8 (GB 11714); null when they are not 8 digits or
 * capitals.
 */
export function organisationCheckCharacter(first8: string): string | null {
  if (!/^[\dA-Z]{8}$/.test(first8)) return null
  const sum = organisationWeights.reduce(
    (total, weight, index) => total + weight * Number.parseInt(first8.charAt(index), 36),
    0,
  )
  return '0X987654321'.charAt(sum % 11)
}

/**
 * Does the organisation code within a credit code (positions 9–17) hold by its own check? A warning only: some
 * issued codes are reported to violate it. False for a text of another length or alphabet.
 */
export const organisationCodeAgrees = (creditCode: string): boolean =>
  creditCode.length === 18 && organisationCheckCharacter(creditCode.slice(8, 16)) === creditCode[16]
