import { type CardFacts, type CardFlag, cardFlags } from './card-facts.ts'
import { cardLayouts } from './card-layouts.ts'
import { birthDateOfNumber, citizenNumberFaults, sexOfNumber } from './citizen-number.ts'
import { ageOn } from './dates.ts'
import { type Decision, grant, refuse } from './decision.ts'
import {
  residenceNumberFaults,
  residenceNumberHasBirthDate,
  sexOfResidenceNumber,
} from './residence-number.ts'

const isForeigner = ({ kind }: CardFacts) => kind === 'foreigner2017' || kind === 'foreigner2023'

const hasNumberFault = (facts: CardFacts) =>
  (isForeigner(facts) ? residenceNumberFaults : citizenNumberFaults)(facts.number).length > 0

/** A number that tells no sex (a wrong shape) disagrees with nothing. */
function sexDisagrees(facts: CardFacts): boolean {
  const told = (isForeigner(facts) ? sexOfResidenceNumber : sexOfNumber)(facts.number)
  return told !== null && told !== facts.sex
}

/** A card whose own birth date is none disagrees; a number whose digits are no date is `number-check` alone. */
function birthDateDisagrees({ birthDate, ...facts }: CardFacts): boolean {
  if (birthDate === null) return true
  if (isForeigner({ ...facts, birthDate })) return !residenceNumberHasBirthDate(facts.number, birthDate)
  const told = birthDateOfNumber(facts.number)
  return told !== null && told !== birthDate
}

function isUnder16(facts: CardFacts, today: string): boolean {
  const birth = facts.birthDate ?? birthDateOfNumber(facts.number)
  return birth !== null && ageOn(birth, today) < 16
}

/** The last day itself is valid; 长期 has none. */
const isExpired = ({ validUntil }: CardFacts, today: string) =>
  validUntil !== null && validUntil !== 'long-term' && validUntil < today

const hasRareCharacters = ({ name, englishName, address, issuer }: CardFacts) =>
  [name, englishName, address, issuer].some((text) => /[\p{Co}\p{Cs}\uFFFD]/u.test(text ?? ''))

/** A name that fills its field to the last code unit may have been cut by the chip. */
function hasLongName({ kind, name, englishName }: CardFacts): boolean {
  const room = (field: 'englishName' | 'chineseName') =>
    (cardLayouts[kind][field] ?? [[0, 30] as const]).reduce((units, [, bytes]) => units + bytes / 2, 0)
  const isChinese = name !== englishName
  return (
    (isChinese && name.length >= room('chineseName')) ||
    (englishName !== null && englishName.length >= room('englishName'))
  )
}

/**
 * Why a genuine read asks for the clerk's eye (R2.7, R2.8), in the order of `cardFlags`; today is YYYY-MM-DD in
 * Asia/Shanghai. None of them refuses anything. Of a card of unknown layout only the characters and the length
 * of its name are judged besides.
 */
export function cardFlagsOf(facts: CardFacts, today: string): CardFlag[] {
  const isKnown = facts.kind !== 'unknown'
  const raised: Record<CardFlag, boolean> = {
    'number-check': isKnown && hasNumberFault(facts),
    'sex-disagrees': isKnown && sexDisagrees(facts),
    'birth-date-disagrees': isKnown && birthDateDisagrees(facts),
    'under-16': isKnown && isUnder16(facts, today),
    expired: isExpired(facts, today),
    'not-yet-valid': facts.validFrom !== null && facts.validFrom > today,
    'rare-characters': hasRareCharacters(facts),
    'long-name': hasLongName(facts),
    'unknown-card': !isKnown,
  }
  return cardFlags.filter((flag) => raised[flag])
}

/**
 * May a person register, or change a phone, with this card on this day (YYYY-MM-DD, Asia/Shanghai)? Only an
 * expired card may not; its last day is still valid (R2.7). Age and disagreements are flags, no obstacles.
 */
export function mayRegisterWith(
  facts: CardFacts,
  today: string,
): Decision<true, { code: 'card-expired'; validUntil: string }> {
  if (facts.validUntil !== null && isExpired(facts, today))
    return refuse({ code: 'card-expired', validUntil: facts.validUntil })
  return grant(true)
}
