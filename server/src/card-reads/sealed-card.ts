import { createHash } from 'node:crypto'
import type { CardFacts } from '@zhuji/domain/card-facts.ts'
import type { KeyRing } from '../platform/keys.ts'
import { type Place, sealJson, unsealJson } from '../platform/sealing.ts'

const currentCard = (personId: string): Place => ({ table: 'person', column: 'card', owner: personId })
const cardVersion = (personId: string): Place => ({ table: 'card_version', column: 'card', owner: personId })

export const portraitPlace = (table: 'person' | 'card_version', personId: string): Place => ({
  table,
  column: 'portrait',
  owner: personId,
})

/** The current card's facts, from `person.card`. */
export const openCard = (keys: KeyRing, personId: string, sealed: Uint8Array): CardFacts =>
  unsealJson<CardFacts>(keys, currentCard(personId), sealed)

export const sealCard = (keys: KeyRing, personId: string, facts: CardFacts): Buffer =>
  sealJson(keys, currentCard(personId), facts)

export const sealCardVersion = (keys: KeyRing, personId: string, facts: CardFacts): Buffer =>
  sealJson(keys, cardVersion(personId), facts)

/** One version of the card's facts, from `card_version.card`. */
export const openCardVersion = (keys: KeyRing, personId: string, sealed: Uint8Array): CardFacts =>
  unsealJson<CardFacts>(keys, cardVersion(personId), sealed)

/** Keyed and bound to the person: two people with one card text have two digests. */
export const cardDigest = (keys: KeyRing, personId: string, facts: CardFacts): Buffer =>
  keys.mac('card-digest', personId, JSON.stringify(Object.entries(facts).sort(byName)))

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1)

export const digestOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()
