import type { RecordPayload } from '@zhuji/domain/record-declaration.ts'
import { kindOf } from '@zhuji/domain/record-kinds.ts'
import type { KeptPage, KeptRecord } from './kept-rows.ts'

const mostSigns = 30
const shows: Record<string, string> = { proof: '书面证明', 'review-form': '评审表' }

/** Signs that some system does not take in a file's name. */
const unfit = /[\\/:*?"<>|\p{Cc}\p{Cs}\p{Co}\s.]+/gu

const fit = (text: string): string => Array.from(text.replace(unfit, ' ').trim()).slice(0, mostSigns).join('')

const textOf = (value: RecordPayload[string]): string =>
  typeof value === 'string' ? value : typeof value === 'object' && value !== null ? value.text : ''

/** What a record is called: the first of its listed fields that says something. */
export function nameOfRecord({ kind }: Pick<KeptRecord, 'kind'>, payload: RecordPayload): string {
  const listed = kindOf(kind).listed.map((field) => textOf(payload[field] ?? null))
  return listed.find((text) => text !== '') ?? ''
}

/** Where a page lies in the archive: kind, number among its kind, what the record is called, version and page. */
export function nameOfPage(
  { kind }: Pick<KeptRecord, 'kind'>,
  number: number,
  name: string,
  { version, page, shows: shown }: KeptPage,
): string {
  const parts = [
    `${kindOf(kind).title.zh}${number}`,
    fit(name),
    shows[shown] ?? '',
    `第${version}版第${page}页`,
  ]
  return `scans/${parts.filter((part) => part !== '').join('_')}.jpg`
}
