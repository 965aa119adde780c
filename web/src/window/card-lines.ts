import type { CardFactsView } from '@zhuji/contract/card-reads.ts'
import { ethnicGroups } from '@zhuji/domain/reference/ethnic-groups.ts'
import type { Language, Words } from '@zhuji/domain/words.ts'

export interface CardLine {
  name: keyof CardFactsView
  label: Words
  value: string
}

export const cardKindWords: Record<CardFactsView['kind'], Words> = {
  citizen: { zh: '居民身份证', en: 'Resident identity card' },
  hkmotw: { zh: '港澳台居民居住证', en: 'Residence permit for HK, Macau and Taiwan residents' },
  foreigner2017: { zh: '外国人永久居留身份证（2017版）', en: 'Foreign permanent resident card (2017)' },
  foreigner2023: { zh: '外国人永久居留身份证（2023版）', en: 'Foreign permanent resident card (2023)' },
  unknown: { zh: '未识别的证件', en: 'Unknown kind of card' },
}

const labels = {
  name: { zh: '姓名', en: 'Name' },
  englishName: { zh: '英文姓名', en: 'English name' },
  sex: { zh: '性别', en: 'Sex' },
  ethnicCode: { zh: '民族', en: 'Ethnic group' },
  nationality: { zh: '国籍', en: 'Nationality' },
  birthDate: { zh: '出生', en: 'Born' },
  address: { zh: '住址', en: 'Address' },
  issuer: { zh: '签发机关', en: 'Issued by' },
  permitNumber: { zh: '通行证号码', en: 'Travel permit number' },
} as const satisfies Partial<Record<keyof CardFactsView, Words>>

const validity: Words = { zh: '有效期限', en: 'Valid' }
const numberLabels: Record<CardFactsView['kind'], Words> = {
  citizen: { zh: '公民身份号码', en: 'Citizen number' },
  hkmotw: { zh: '公民身份号码', en: 'Citizen number' },
  foreigner2017: { zh: '证件号码', en: 'Card number' },
  foreigner2023: { zh: '证件号码', en: 'Card number' },
  unknown: { zh: '证件号码', en: 'Card number' },
}

/** Which facts stand on the two sides of each kind of card, in the card's order (G85, R2.2, R2.8). */
const frontOf: Record<CardFactsView['kind'], readonly (keyof typeof labels)[]> = {
  citizen: ['name', 'sex', 'ethnicCode', 'birthDate', 'address'],
  hkmotw: ['name', 'sex', 'birthDate', 'address'],
  foreigner2017: ['name', 'englishName', 'sex', 'birthDate', 'nationality'],
  foreigner2023: ['name', 'englishName', 'sex', 'birthDate', 'nationality'],
  unknown: ['name'],
}
const backOf: Record<CardFactsView['kind'], readonly (keyof typeof labels)[]> = {
  citizen: ['issuer'],
  hkmotw: ['issuer', 'permitNumber'],
  foreigner2017: [],
  foreigner2023: [],
  unknown: [],
}

const blank: Words = { zh: '（空白）', en: '(blank)' }
const sexWords: Record<CardFactsView['sex'], Words> = {
  male: { zh: '男', en: 'Male' },
  female: { zh: '女', en: 'Female' },
  unknown: { zh: '未载明', en: 'Not stated' },
}

/** 1990-01-01 → 1990年1月1日, as the card prints it. */
function birthDate(date: string, language: Language): string {
  const [year, month, day] = date.split('-').map(Number)
  return language === 'zh' ? `${year}年${month}月${day}日` : date
}

function ethnicGroup(code: string, language: Language): string {
  const group = ethnicGroups.find((one) => one.code === code)
  if (!group) return code
  return language === 'zh' ? group.name : group.roman
}

function textOf(facts: CardFactsView, name: keyof typeof labels, language: Language): string {
  const value = facts[name]
  if (value === null || value === '') return blank[language]
  if (name === 'sex') return sexWords[facts.sex][language]
  if (name === 'birthDate') return birthDate(value, language)
  return name === 'ethnicCode' ? ethnicGroup(value, language) : value
}

const dotted = (date: string | null) => date?.replaceAll('-', '.') ?? '—'

/** 2016.03.01-2036.03.01 or 2016.03.01-长期, as the card prints it. */
export function validityText({ validFrom, validUntil }: CardFactsView, language: Language): string {
  if (validFrom === null && validUntil === null) return blank[language]
  const until = validUntil === 'long-term' ? { zh: '长期', en: 'long-term' }[language] : dotted(validUntil)
  return `${dotted(validFrom)}-${until}`
}

/** The card's two sides as lines of label and value, exactly as read. */
export function cardLines(facts: CardFactsView, language: Language): { front: CardLine[]; back: CardLine[] } {
  const line = (name: keyof typeof labels): CardLine => ({
    name,
    label: labels[name],
    value: textOf(facts, name, language),
  })
  const number: CardLine = { name: 'number', label: numberLabels[facts.kind], value: facts.number }
  const until: CardLine = { name: 'validUntil', label: validity, value: validityText(facts, language) }
  const back = backOf[facts.kind].map(line)
  return {
    front: [...frontOf[facts.kind].map(line), number],
    back: facts.kind === 'unknown' ? back : [...back, until],
  }
}
