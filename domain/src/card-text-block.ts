import type { CardFacts, CardKind } from './card-facts.ts'
import {
  blockLength,
  cardLayouts,
  discriminatorOffset,
  discriminators,
  type LayoutField,
} from './card-layouts.ts'
import { digitsOfIsoDate, isoDateOfDigits } from './dates.ts'
import { type Decision, grant, refuse } from './decision.ts'

/** What a block needs beyond the facts; each defaults to blanks and is cut to its field. */
export interface CardBlockExtras {
  /** 签发次数 or 换证次数, two digits; HK/Macau/Taiwan residents and the 2023 layout. */
  timesIssued?: string
  /** Two characters; 2017 layout. */
  cardVersion?: string
  /** First four digits of a region code; 2017 layout. */
  acceptingAuthority?: string
  /** Three characters that point to an earlier number; 2023 layout. */
  earlierNumberLink?: string
}

const longTerm = '长期'

function kindOf(block: Uint8Array): CardKind {
  const unit = (block[discriminatorOffset] ?? 0) | ((block[discriminatorOffset + 1] ?? 0) << 8)
  const sign = unit === 0 ? ' ' : String.fromCharCode(unit)
  const kinds = Object.keys(discriminators) as (keyof typeof discriminators)[]
  return kinds.find((kind) => discriminators[kind] === sign) ?? 'unknown'
}

/** A field's text: its runs joined first, since the first may end in a blank that counts, then the padding cut. */
function readField(block: Uint8Array, kind: CardKind, field: LayoutField): string {
  const runs = cardLayouts[kind][field] ?? []
  const decoder = new TextDecoder('utf-16le', { ignoreBOM: true })
  const parts = runs.map(([offset, bytes]) => decoder.decode(block.subarray(offset, offset + bytes)))
  return cutPadding(parts.join(''))
}

function cutPadding(text: string): string {
  let end = text.length
  while (end > 0 && '\u0020\u3000\u0000'.includes(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

const sexOfCode = (code: string) => (code === '1' ? 'male' : code === '2' ? 'female' : 'unknown')

/**
 * What a card says, from the 256 bytes of its text block: UTF-16LE by the layout that its discriminator names
 * (GA/T 490; R2.2, R2.8). Only trailing U+0020, U+3000 and U+0000 are cut; a lone surrogate becomes U+FFFD. A
 * blank field, or one that this kind of card does not have, is null; so is a date that is none. A card of
 * unknown layout gives name and number. Refuses any other length; the bytes themselves are never refused.
 */
export function parseTextBlock(
  block: Uint8Array,
): Decision<CardFacts, { code: 'text-block-length'; length: number }> {
  if (block.length !== blockLength) return refuse({ code: 'text-block-length', length: block.length })
  const kind = kindOf(block)
  const read = (field: LayoutField) => readField(block, kind, field)
  const readOrNull = (field: LayoutField) => read(field) || null
  const until = read('validUntil')
  return grant({
    kind,
    name: read('name') || read('chineseName') || read('englishName'),
    englishName: readOrNull('englishName'),
    sex: sexOfCode(read('sex')),
    ethnicCode: readOrNull('ethnicCode'),
    birthDate: isoDateOfDigits(read('birthDate')),
    address: readOrNull('address'),
    number: read('number'),
    issuer: readOrNull('issuer'),
    validFrom: isoDateOfDigits(read('validFrom')),
    validUntil: until === longTerm ? 'long-term' : isoDateOfDigits(until),
    nationality: readOrNull('nationality'),
    permitNumber: readOrNull('permitNumber'),
  })
}

/**
 * The text block of a card that says these facts, 256 bytes: what `parseTextBlock` reads back. Texts longer than
 * their field are cut as chips cut them (names at 15 code units). A foreigner whose name is the English one has
 * a blank Chinese name. An unknown layout has no block.
 */
export function composeTextBlock(
  facts: CardFacts & CardBlockExtras & { kind: Exclude<CardKind, 'unknown'> },
): Uint8Array {
  const block = new Uint8Array(blockLength)
  for (let at = 0; at < blockLength; at += 2) block[at] = 0x20
  for (const [field, text] of Object.entries(textsOf(facts)))
    writeField(block, facts.kind, field as LayoutField, text ?? '')
  block[discriminatorOffset] = discriminators[facts.kind].charCodeAt(0)
  return block
}

function textsOf(facts: CardFacts & CardBlockExtras): Record<LayoutField, string | null | undefined> {
  const { validUntil } = facts
  return {
    name: facts.name,
    chineseName: facts.name === facts.englishName ? null : facts.name,
    englishName: facts.englishName,
    sex: { male: '1', female: '2', unknown: '0' }[facts.sex],
    ethnicCode: facts.ethnicCode,
    birthDate: facts.birthDate && digitsOfIsoDate(facts.birthDate),
    address: facts.address,
    number: facts.number,
    issuer: facts.issuer,
    validFrom: facts.validFrom && digitsOfIsoDate(facts.validFrom),
    validUntil: validUntil === 'long-term' ? longTerm : validUntil && digitsOfIsoDate(validUntil),
    nationality: facts.nationality,
    permitNumber: facts.permitNumber,
    timesIssued: facts.timesIssued,
    cardVersion: facts.cardVersion,
    acceptingAuthority: facts.acceptingAuthority,
    earlierNumberLink: facts.earlierNumberLink,
  }
}

function writeField(block: Uint8Array, kind: CardKind, field: LayoutField, text: string): void {
  const view = new DataView(block.buffer)
  let next = 0
  for (const [offset, bytes] of cardLayouts[kind][field] ?? [])
    for (let at = offset; at < offset + bytes && next < text.length; at += 2)
      view.setUint16(at, text.charCodeAt(next++), true)
}
