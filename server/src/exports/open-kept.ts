import type { AccessView } from '@zhuji/contract/accesses.ts'
import type { CardFacts } from '@zhuji/domain/card-facts.ts'
import type { RecordPayload } from '@zhuji/domain/record-declaration.ts'
import { mobilePlace } from '../accounts/messages-repository.ts'
import { openCard, openCardVersion, portraitPlace } from '../card-reads/sealed-card.ts'
import { objectionPlace } from '../credit-objections/objection-view.ts'
import type { KeyRing } from '../platform/keys.ts'
import { unsealBytes, unsealJson, unsealText } from '../platform/sealing.ts'
import { openFields } from '../records/sealed-fields.ts'
import type { KeptRows } from './kept-rows.ts'
import { leftOut } from './left-out.ts'
import { type OpenRecord, recordsOf } from './open-records.ts'

const bytesOf = (base64: string): Buffer => Buffer.from(base64, 'base64')

/** A picture that lies sealed: in the file store, or, a portrait, in the row itself. */
export type Picture =
  | { name: string; blob: string; of: 'scan' | 'signature-scan' | 'signature-cut-out' }
  | { name: string; bytes: Uint8Array }

/** The machine-readable part of the file; `format.version` grows when a field changes its meaning. */
export interface Information {
  format: { name: 'zhuji.personal-information'; version: 1 }
  madeAt: string
  personId: string
  card: CardFacts & { version: number; collectedAt: string; portrait: string | null }
  mobile: string | null
  records: OpenRecord[]
  employments: KeptRows['employments']
  socialSecurity: KeptRows['socialSecurity']
  signatures: { number: number; scan: string; cutOut: string; uploadedAt: string; filedAt: string | null }[]
  acknowledgements: KeptRows['acknowledgements']
  consents: KeptRows['consents']
  messages: KeptRows['messages']
  objections: KeptRows['objections']
  accesses: AccessView[]
  /** Everything else, as it is kept. */
  further: Readonly<Record<string, unknown>>
  leftOut: typeof leftOut
}

/** Opens what is sealed in the rows and names the pictures; the pictures themselves stay where they are. */
export function openKept(
  keys: KeyRing,
  personId: string,
  kept: KeptRows,
  given: { accesses: AccessView[]; madeAt: string },
): { information: Information; pictures: Picture[] } {
  const { records, scans, pictures } = recordsOf(kept, (row) => openPayload(keys, personId, row))
  const card = cardOf(keys, personId, kept)
  const versions = cardVersionsOf(keys, personId, kept)
  const signatures = signaturesOf(kept)
  const mobiles = withMobile(keys, 'phone_binding', personId, kept.mobiles)
  const information: Information = {
    format: { name: 'zhuji.personal-information', version: 1 },
    madeAt: given.madeAt,
    personId,
    card: card.card,
    mobile: mobiles[0]?.mobile ?? null,
    records,
    employments: kept.employments,
    socialSecurity: kept.socialSecurity,
    signatures: signatures.uploads,
    acknowledgements: kept.acknowledgements,
    consents: kept.consents,
    messages: kept.messages,
    objections: objectionsOf(keys, personId, kept),
    accesses: given.accesses,
    further: {
      ...furtherOf(keys, personId, kept),
      card: card.further,
      cardVersions: versions.versions,
      mobiles,
      scans,
    },
    leftOut,
  }
  return {
    information,
    pictures: [...card.pictures, ...versions.pictures, ...signatures.pictures, ...pictures],
  }
}

function openPayload(
  keys: KeyRing,
  personId: string,
  { payload, sealed }: { payload: RecordPayload; sealed: string | null },
): RecordPayload {
  if (sealed === null) return payload
  return { ...payload, ...openFields(keys, 'record_revision', personId, bytesOf(sealed)) }
}

const endings = { jpeg: 'jpg', wlt: 'wlt', none: 'bin' } as const

function portraitOf(
  keys: KeyRing,
  table: 'person' | 'card_version',
  personId: string,
  row: { portrait: string | null; portraitFormat: keyof typeof endings },
  name: string,
): Extract<Picture, { bytes: Uint8Array }>[] {
  if (row.portrait === null) return []
  const bytes = unsealBytes(keys, portraitPlace(table, personId), bytesOf(row.portrait))
  return [{ name: `portrait/${name}.${endings[row.portraitFormat]}`, bytes }]
}

function cardOf(keys: KeyRing, personId: string, { person: [person] }: KeptRows) {
  if (!person) throw new Error('nobody to export')
  const { card, portrait: _, cardVersion, collectedAt, ...further } = person
  const pictures = portraitOf(keys, 'person', personId, person, '证件照片')
  const facts = openCard(keys, personId, bytesOf(card))
  return {
    card: { ...facts, version: cardVersion, collectedAt, portrait: pictures[0]?.name ?? null },
    further,
    pictures,
  }
}

function cardVersionsOf(keys: KeyRing, personId: string, { cardVersions }: KeptRows) {
  const opened = cardVersions.map((row) => {
    const { card, portrait: _, ...rest } = row
    const pictures = portraitOf(keys, 'card_version', personId, row, `证件照片_第${row.version}版`)
    const facts = openCardVersion(keys, personId, bytesOf(card))
    return { version: { ...rest, facts, portraitFile: pictures[0]?.name ?? null }, pictures }
  })
  return {
    versions: opened.map(({ version }) => version),
    pictures: opened.flatMap(({ pictures }) => pictures),
  }
}

function signaturesOf({ signatures }: KeptRows) {
  const uploads = signatures.map(({ number, uploadedAt, filedAt }) => ({
    number,
    uploadedAt,
    filedAt,
    scan: `signature/签名信息采集表_第${number}次.jpg`,
    cutOut: `signature/签名_第${number}次.png`,
  }))
  const pictures = signatures.flatMap(({ scanBlob, cutOutBlob }, at): Picture[] => [
    { name: uploads[at]?.scan ?? '', blob: scanBlob, of: 'signature-scan' },
    { name: uploads[at]?.cutOut ?? '', blob: cutOutBlob, of: 'signature-cut-out' },
  ])
  return { uploads, pictures }
}

function withMobile<R extends { mobile: string }>(
  keys: KeyRing,
  table: 'phone_binding' | 'sms_message',
  personId: string,
  rows: readonly R[],
): R[] {
  return rows.map((row) => ({
    ...row,
    mobile: unsealText(keys, mobilePlace(table, personId), bytesOf(row.mobile)),
  }))
}

const objectionsOf = (keys: KeyRing, personId: string, { objections }: KeptRows): KeptRows['objections'] =>
  objections.map((row) => ({
    ...row,
    text: unsealText(keys, objectionPlace('text', personId), bytesOf(row.text)),
    answer: row.answer && unsealText(keys, objectionPlace('answer', personId), bytesOf(row.answer)),
  }))

function furtherOf(keys: KeyRing, personId: string, kept: KeptRows) {
  const placeOf = (table: string, column: string) => ({ table, column, owner: personId })
  return {
    documents: kept.documents.map((row) => ({
      ...row,
      number: unsealText(keys, placeOf('person_document', 'number'), bytesOf(row.number)),
    })),
    printedForms: kept.printedForms.map((row) => ({
      ...row,
      facts: unsealJson<CardFacts>(keys, placeOf('printed_form', 'facts'), bytesOf(row.facts)),
    })),
    textMessages: withMobile(keys, 'sms_message', personId, kept.textMessages),
    cardReads: kept.cardReads,
    lostMobiles: kept.lostMobiles,
    mobileChanges: kept.mobileChanges,
    sessions: kept.sessions,
    browsers: kept.browsers,
    codes: kept.codes,
    employmentUses: kept.employmentUses,
    socialSecurityFormer: kept.socialSecurityFormer,
    signatureForms: kept.signatureForms,
    recordReminders: kept.recordReminders,
    cardReminders: kept.cardReminders,
    absences: kept.absences,
    fullNames: kept.fullNames,
    ownActs: kept.ownActs,
  }
}
