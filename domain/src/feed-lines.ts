import type { CardKind } from './card-facts.ts'
import { citizenNumberFaults } from './citizen-number.ts'
import { residenceNumberFaults } from './residence-number.ts'
import type { Words } from './words.ts'

/** The third-party systems that supply data (R11.1, G129–G133). */
export const feedSources = ['registrations', 'social-security', 'contracts', 'credit', 'enterprises'] as const
export type FeedSource = (typeof feedSources)[number]

/** The kind of record that a source's lines become, for those that become records. */
export const kindOfSource = {
  registrations: 'registration',
  contracts: 'performance',
  credit: 'credit',
} as const satisfies Partial<Record<FeedSource, string>>
export type RecordSource = keyof typeof kindOfSource

/** Does the source's line become a record? The others have tables of their own. */
export const isRecordSource = (source: FeedSource): source is RecordSource => source in kindOfSource

/** Why a line is not taken (R11.1). */
export const lineFaults = [
  'malformed',
  'line-repeated',
  'key-names-person',
  'record-not-valid',
  'credit-code-not-valid',
  'enterprise-unknown',
  'dates-out-of-order',
  'month-after-today',
  'number-not-valid',
  'not-collected',
] as const
export type LineFault = (typeof lineFaults)[number]

/** What is said of a line that was not taken: what is wrong, and what its sender does next. */
export const lineFaultWords: Readonly<Record<LineFault, Words>> = {
  malformed: {
    zh: '该行格式不符合约定，请检查列出的字段后在新批次中重送。',
    en: 'The line does not have the agreed form. Mend the fields named and send it again in a new batch.',
  },
  'line-repeated': {
    zh: '同一批次中该来源编号出现多次，仅采用第一行。请核对后在新批次中重送。',
    en: 'Its source key occurs more than once in this batch; only the first was taken. Check it and send it in a new batch.',
  },
  'key-names-person': {
    zh: '来源编号中含有证件号码。请改用不含个人信息的编号后重送。',
    en: 'The source key contains the document number. Use a key without personal data and send it again.',
  },
  'record-not-valid': {
    zh: '列出的字段不符合填报规则，请更正后在新批次中重送。',
    en: 'The fields named break the rules of this kind of record. Mend them and send it again in a new batch.',
  },
  'credit-code-not-valid': {
    zh: '统一社会信用代码的长度、字符或校验位不正确，请核对后重送。',
    en: 'The unified social credit code has a wrong length, sign or check character. Check it and send it again.',
  },
  'enterprise-unknown': {
    zh: '企业库中没有该统一社会信用代码。请先报送该企业，再重送该行。',
    en: 'No enterprise has this unified social credit code. Send the enterprise first, then this line again.',
  },
  'dates-out-of-order': {
    zh: '结束日期早于开始日期，请更正后重送。',
    en: 'It ends before it begins. Mend the dates and send it again.',
  },
  'month-after-today': {
    zh: '缴纳月份晚于本月，请更正后重送。',
    en: 'The month has not begun yet. Mend it and send it again.',
  },
  'number-not-valid': {
    zh: '证件号码未通过校验，且该号码尚未采集。请核对后重送。',
    en: 'The document number fails its own check and nobody with it was collected. Check it and send it again.',
  },
  'not-collected': {
    zh: '该人员尚未采集，未保留任何内容。请在其刷证采集后重送。',
    en: 'This person was never collected and nothing was kept. Send the line again after their card was read.',
  },
}

export type DocumentKind = Exclude<CardKind, 'unknown'>

/**
 * May a line bring this number into the directory? A number that fails its own check is believed only where a card
 * with it was read (R2.7). Takes the document's kind and number.
 */
export function isPlausibleNumber({ kind, number }: { kind: DocumentKind; number: string }): boolean {
  const faults = kind.startsWith('foreigner') ? residenceNumberFaults : citizenNumberFaults
  return faults(number).length === 0
}
