/** The cards a reader meets (R2.8). `unknown` is a layout that the discriminator does not name. */
export const cardKinds = ['citizen', 'hkmotw', 'foreigner2017', 'foreigner2023', 'unknown'] as const
export type CardKind = (typeof cardKinds)[number]

/** What a card says, exactly as read (R2.2): padding cut, nothing else touched. Absent on this kind of card: null. */
export interface CardFacts {
  kind: CardKind
  /** Chinese name; for a foreigner without one, the English name. */
  name: string
  englishName: string | null
  sex: 'male' | 'female' | 'unknown'
  /** GB/T 3304, two digits; citizens only. */
  ethnicCode: string | null
  /** YYYY-MM-DD, or null when the card's own field is no real date. */
  birthDate: string | null
  address: string | null
  /** Citizen number, permit number or permanent residence number. */
  number: string
  issuer: string | null
  /** YYYY-MM-DD. */
  validFrom: string | null
  /** YYYY-MM-DD, or 'long-term' for 长期. */
  validUntil: string | 'long-term' | null
  /** GB/T 2659 three letters; foreigners only. */
  nationality: string | null
  /** Travel permit number; HK/Macau/Taiwan residents only. */
  permitNumber: string | null
}

/** Why a genuine read asks for the clerk's eye (R2.7, R2.8): flags, never refusals. */
export const cardFlags = [
  'number-check', // check digit, region or date of the number does not hold
  'sex-disagrees',
  'birth-date-disagrees',
  'under-16',
  'expired',
  'not-yet-valid',
  'rare-characters', // private-use code points, replacement characters or lone surrogates
  'long-name', // the chip cuts names at 15 characters
  'unknown-card',
] as const
export type CardFlag = (typeof cardFlags)[number]
