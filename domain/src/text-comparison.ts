import { citizenNumberFaults } from './citizen-number.ts'
import { residenceNumberFaults } from './residence-number.ts'
import { type ComparedField, type SignSuspicion, suspicionOfSign } from './typed-signs.ts'

/** What looks wrong in a typed text. The last three speak of a number as a whole. */
export interface Suspicion {
  code: SignSuspicion | 'number-characters' | 'number-length' | 'number-check'
  /** The sign itself; empty for a wrong length. */
  sign: string
  /** Index of the sign in code points; the count of code points for a wrong length. */
  position: number
  /** The sign probably meant, empty for none at all, null when nobody can tell. */
  meant: string | null
}

/**
 * Does what was typed equal what the card says, code point by code point? Only trailing U+0020 of the card's side
 * is cut; a full-width sign, another dash or dot, a blank is a mismatch (R3.2, guide G18, G19). An empty text
 * equals a blank card field: whoever asks demands a text first.
 */
export function sameToTheLetter(typed: string, card: string): boolean {
  let end = card.length
  while (end > 0 && card[end - 1] === ' ') end -= 1
  return typed === card.slice(0, end)
}

/**
 * What is suspicious in what was typed, in the order of its signs: full-width signs, blanks, dot, dash and
 * invisible look-alikes, a lower-case x; of a number also other signs, length and check digit, both judged as if
 * the named signs were already mended (R3.2, guide G19). It never sees the card, so it can tell nothing about it.
 */
export function suspiciousSigns(typed: string, field: ComparedField): readonly Suspicion[] {
  const signs = [...typed]
  const suspicions: Suspicion[] = []
  const mended = signs.map((sign, position) => {
    const suspicion = suspicionOfSign(signs, position, field)
    if (suspicion) suspicions.push({ code: suspicion.code, sign, position, meant: suspicion.meant })
    return suspicion?.meant ?? sign
  })
  if (field !== 'number' || typed === '') return suspicions
  return [...suspicions, ...numberSuspicions(signs, mended)].sort((a, b) => a.position - b.position)
}

function numberSuspicions(signs: readonly string[], mended: readonly string[]): Suspicion[] {
  const strange = signs
    .map((sign, position) => ({ code: 'number-characters' as const, sign, position, meant: null }))
    .filter(({ position }) => !/^[\dA-Z]?$/.test(mended[position] ?? ''))
  if (strange.length > 0) return strange

  const faults = faultsOf(mended.join(''))
  if (faults.includes('length'))
    return [{ code: 'number-length', sign: '', position: signs.length, meant: null }]
  if (faults.includes('characters')) return misplacedLetters(signs, mended)
  if (!faults.includes('check-digit')) return []
  const position = mended.findLastIndex((sign) => sign !== '')
  return [{ code: 'number-check', sign: signs[position] ?? '', position, meant: null }]
}

/** Foreigners' numbers of 2017 begin with three letters; every other number is judged by GB 11643. */
const faultsOf = (number: string) =>
  /^[A-Z]{3}/.test(number) ? residenceNumberFaults(number) : citizenNumberFaults(number)

/** Letters where digits belong; an X as the last of 18 is right, as are the first three of the form of 2017. */
function misplacedLetters(signs: readonly string[], mended: readonly string[]): Suspicion[] {
  const free = /^[A-Z]{3}/.test(mended.join('')) ? 3 : 0
  const last = mended.findLastIndex((sign) => sign !== '')
  return signs
    .map((sign, position) => ({ code: 'number-characters' as const, sign, position, meant: null }))
    .filter(({ position }) => {
      const sign = mended[position] ?? ''
      const isLastX = free === 0 && position === last && sign === 'X'
      return /[A-Z]/.test(sign) && position >= free && !isLastX
    })
}
