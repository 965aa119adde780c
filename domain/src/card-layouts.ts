import type { CardKind } from './card-facts.ts'

/** One run of the text block: offset and length in bytes, both even. */
export type Run = readonly [offset: number, bytes: number]

/** The fields a block can carry; `timesIssued` to `earlierNumberLink` are of the card, not of the person. */
export type LayoutField =
  | 'name'
  | 'chineseName'
  | 'englishName'
  | 'sex'
  | 'ethnicCode'
  | 'birthDate'
  | 'address'
  | 'number'
  | 'issuer'
  | 'validFrom'
  | 'validUntil'
  | 'nationality'
  | 'permitNumber'
  | 'timesIssued'
  | 'cardVersion'
  | 'acceptingAuthority'
  | 'earlierNumberLink'

/** Bytes of the block, by GA/T 490. */
export const blockLength = 256
/** The code unit that tells the layouts apart. */
export const discriminatorOffset = 248

const resident = {
  name: [[0, 30]],
  sex: [[30, 2]],
  birthDate: [[36, 16]],
  address: [[52, 70]],
  number: [[122, 36]],
  issuer: [[158, 30]],
  validFrom: [[188, 16]],
  validUntil: [[204, 16]],
} as const

/** The discriminator of every layout that can be told; a citizen's card has a blank (or U+0000) there. */
export const discriminators = { citizen: ' ', hkmotw: 'J', foreigner2017: 'I', foreigner2023: 'Y' } as const

/**
 * Where each kind of card keeps its fields (GA/T 490 and its successors, R2.8). A field of two runs is one text
 * cut in two. An unknown layout gives name and number only, from where residents' cards have them.
 */
export const cardLayouts: Record<CardKind, Partial<Record<LayoutField, readonly Run[]>>> = {
  citizen: { ...resident, ethnicCode: [[32, 4]] },
  hkmotw: { ...resident, permitNumber: [[220, 18]], timesIssued: [[238, 4]] },
  foreigner2017: {
    englishName: [[0, 120]],
    sex: [[120, 2]],
    number: [[122, 30]],
    nationality: [[152, 6]],
    chineseName: [[158, 30]],
    validFrom: [[188, 16]],
    validUntil: [[204, 16]],
    birthDate: [[220, 16]],
    cardVersion: [[236, 4]],
    acceptingAuthority: [[240, 8]],
  },
  foreigner2023: {
    chineseName: [[0, 30]],
    sex: [[30, 2]],
    timesIssued: [[32, 4]],
    birthDate: [[36, 16]],
    englishName: [
      [52, 70],
      [220, 22],
    ],
    number: [[122, 36]],
    validFrom: [[188, 16]],
    validUntil: [[204, 16]],
    nationality: [[242, 6]],
    earlierNumberLink: [[250, 6]],
  },
  unknown: { name: resident.name, number: resident.number },
}
