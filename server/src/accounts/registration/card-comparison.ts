import { createHmac, randomBytes } from 'node:crypto'
import type { CardFacts } from '@zhuji/domain/card-facts.ts'
import { equalsCard, type TypedFacts } from '@zhuji/domain/registration-facts.ts'
import { openCard, sealCard } from '../../card-reads/sealed-card.ts'
import type { KeyRing } from '../../platform/keys.ts'
import { type Place, sealJson, unsealJson } from '../../platform/sealing.ts'
import type { Candidate } from './repository.ts'

const printedPlace = (personId: string): Place => ({
  table: 'printed_form',
  column: 'facts',
  owner: personId,
})

/** What a printed form says, as two clerks confirmed it. */
export const sealPrintedForm = (keys: KeyRing, personId: string, facts: CardFacts): Buffer =>
  sealJson(keys, printedPlace(personId), facts)

const nobody = '00000000-0000-0000-0000-000000000000'
const nobodysCard: CardFacts = {
  kind: 'citizen',
  name: '\u0000',
  englishName: null,
  sex: 'unknown',
  ethnicCode: '00',
  birthDate: '1900-01-01',
  address: '\u0000'.repeat(20),
  number: '0'.repeat(18),
  issuer: '\u0000'.repeat(10),
  validFrom: '1900-01-01',
  validUntil: '1900-01-01',
  nationality: null,
  permitNumber: null,
}

/** Stand-ins for what an unknown number lacks, so that it costs the same opening and hashing (R3.3). */
const standIns = new WeakMap<KeyRing, { card: Buffer; printed: Buffer }>()

function standInsOf(keys: KeyRing) {
  const made = standIns.get(keys) ?? {
    card: sealCard(keys, nobody, nobodysCard),
    printed: sealPrintedForm(keys, nobody, nobodysCard),
  }
  standIns.set(keys, made)
  return made
}

/**
 * Does what was typed equal the chip, or the printed form that stands beside it (R3.1)? Two openings and two
 * comparisons, whoever it is. Gives the chip's facts with the answer.
 */
export function compareWithCard(
  keys: KeyRing,
  typed: TypedFacts,
  { personId, card, printed }: Candidate,
): { equal: boolean; chip: CardFacts } {
  const substitute = standInsOf(keys)
  const chip = openCard(keys, card ? (personId ?? nobody) : nobody, card ?? substitute.card)
  const form = unsealJson<CardFacts>(
    keys,
    printedPlace(printed ? (personId ?? nobody) : nobody),
    printed ?? substitute.printed,
  )
  const blind = blinding()
  const blindTyped = blind(typed)
  const equals = [chip, form].map((facts) => equalsCard(blindTyped, blind(facts)))
  return { equal: equals.includes(true) && card !== null, chip }
}

/** Texts become hashes under a key of this one comparison: how long it takes tells nothing about the texts. */
function blinding() {
  const key = randomBytes(32)
  const hash = (text: string | null) =>
    createHmac('sha256', key)
      .update((text ?? '').replace(/ +$/, ''), 'utf8')
      .digest('hex')
  const typedHash = (text: string | null) =>
    createHmac('sha256', key)
      .update(text ?? '', 'utf8')
      .digest('hex')
  return <F extends TypedFacts | CardFacts>(facts: F): F => {
    const ofCard = 'kind' in facts
    const entries = Object.entries(facts).map(([field, value]) => [
      field,
      field === 'kind' || (field === 'englishName' && value === null)
        ? value
        : (ofCard ? hash : typedHash)(value),
    ])
    return Object.fromEntries(entries) as F
  }
}
