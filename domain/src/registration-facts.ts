import type { CardFacts, CardKind } from './card-facts.ts'
import { sameToTheLetter, suspiciousSigns } from './text-comparison.ts'

/** Which facts registration asks for besides name and number (R2.8, R3.1). */
export type RegistrationAsks = 'citizen' | 'hkmotw' | 'foreigner'

/** By the shape of the number alone, so that the question tells nothing about who is known (R3.3). */
export function asksOfNumber(number: string): RegistrationAsks {
  if (/^(?:[A-Z]{3}|9)/.test(number)) return 'foreigner'
  return /^8[123]/.test(number) ? 'hkmotw' : 'citizen'
}

/**
 * Can a card carry this number? A check digit that does not hold is no obstacle: old cards have such numbers, and
 * what a genuine card says is never refused (R2.7, R3.3).
 */
export const isWellFormedNumber = (number: string): boolean =>
  number !== '' && suspiciousSigns(number, 'number').every(({ code }) => code === 'number-check')

/** What a person typed of their card; null where their kind of card has no such field. */
export interface TypedFacts {
  name: string
  number: string
  address: string | null
  issuer: string | null
  validFrom: string | null
  validUntil: string | null
  permitNumber: string | null
  nationality: string | null
  birthDate: string | null
}

const resident = ['number', 'address', 'issuer', 'validFrom', 'validUntil'] as const
const foreigner = ['number', 'nationality', 'birthDate', 'validFrom', 'validUntil'] as const

const comparedFields: Record<CardKind, readonly Exclude<keyof TypedFacts, 'name'>[]> = {
  citizen: resident,
  hkmotw: [...resident, 'permitNumber'],
  foreigner2017: foreigner,
  foreigner2023: foreigner,
  unknown: [],
}

/**
 * Does what was typed equal the card, field by field and to the letter, in every field that this kind of card
 * carries (R3.1, R3.2)? A foreigner may type either of the card's names. Every field is compared, whatever the
 * others gave. A card of unknown layout equals nothing.
 */
export function equalsCard(typed: TypedFacts, card: CardFacts): boolean {
  const fields = comparedFields[card.kind]
  const names = [card.name, card.englishName ?? card.name].map((name) => sameToTheLetter(typed.name, name))
  const others = fields.map((field) => sameToTheLetter(typed[field] ?? '', card[field] ?? ''))
  return fields.length > 0 && names.includes(true) && !others.includes(false)
}
