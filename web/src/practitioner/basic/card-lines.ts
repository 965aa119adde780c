import type { BasicInformation } from '@zhuji/contract/basic-information.ts'
import type { CardKind } from '@zhuji/domain/card-facts.ts'
import { formatDateZh } from '@zhuji/domain/dates.ts'
import type { Language, Words } from '@zhuji/domain/words.ts'

type Card = BasicInformation['card']

export interface BasicLine {
  label: Words
  value: string
}

const kindWords: Record<CardKind, Words> = {
  citizen: { zh: '居民身份证', en: 'Resident identity card' },
  hkmotw: { zh: '港澳台居民居住证', en: 'Residence permit for HK, Macau and Taiwan residents' },
  foreigner2017: { zh: '外国人永久居留身份证', en: 'Foreign permanent resident card' },
  foreigner2023: { zh: '外国人永久居留身份证', en: 'Foreign permanent resident card' },
  unknown: { zh: '未识别的证件', en: 'Unknown kind of card' },
}
const sexWords = {
  male: { zh: '男', en: 'Male' },
  female: { zh: '女', en: 'Female' },
  unknown: { zh: '未载明', en: 'Not stated' },
} as const
const longTerm: Words = { zh: '长期', en: 'Long-term' }

/** The facts of the card in the guide's order, those that this kind of card carries (G34). */
export function cardLines(card: Card, language: Language): readonly BasicLine[] {
  const day = (date: string | null) => (date === null || language === 'en' ? date : formatDateZh(date))
  const until = card.validUntil === 'long-term' ? longTerm[language] : day(card.validUntil)
  const lines: [zh: string, en: string, value: string | null][] = [
    ['姓名', 'Name', card.name],
    ['英文姓名', 'English name', card.englishName],
    [
      '民族',
      'Ethnic group',
      card.ethnicGroup && (language === 'zh' ? card.ethnicGroup.name : card.ethnicGroup.roman),
    ],
    ['国籍', 'Nationality', card.nationality],
    ['证件类型', 'Kind of document', kindWords[card.kind][language]],
    ['公民证件号码', 'Document number', card.number],
    ['通行证号码', 'Travel permit number', card.permitNumber],
    ['性别', 'Sex', card.sex && sexWords[card.sex][language]],
    ['出生日期', 'Birth date', day(card.birthDate)],
    ['签发机关', 'Issued by', card.issuer],
    ['有效期限', 'Valid', until === null ? null : `${day(card.validFrom) ?? '—'} — ${until}`],
    ['家庭住址', 'Home address', card.address],
  ]
  return lines.flatMap(([zh, en, value]) => (value === null ? [] : [{ label: { zh, en }, value }]))
}
