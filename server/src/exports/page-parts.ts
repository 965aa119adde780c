import { formatDateZh } from '@zhuji/domain/dates.ts'
import { refusalReasonWords } from '@zhuji/domain/original-verification.ts'
import type { Field, FieldValue } from '@zhuji/domain/record-declaration.ts'
import { kindOf, type RecordKind } from '@zhuji/domain/record-kinds.ts'
import { ethnicGroups } from '@zhuji/domain/reference/ethnic-groups.ts'
import { type Markup, markup } from './markup.ts'
import type { Information } from './open-kept.ts'
import type { OpenRecord } from './open-records.ts'

type Cell = string | Markup

/** An instant as it was in Shanghai. */
export const instantOf = (at: string): string =>
  new Date(at).toLocaleString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
    hour12: false,
  })

export const dayOf = (date: string | null): string =>
  date !== null && /^\d{4}-\d\d-\d\d$/.test(date) ? formatDateZh(date) : (date ?? '—')

export function table(head: readonly string[], lines: readonly (readonly Cell[])[]): Markup {
  if (lines.length === 0) return markup`<p class="quiet">无</p>`
  return markup`<table><thead><tr>${head.map((name) => markup`<th scope="col">${name}</th>`)}</tr></thead><tbody>${lines.map(
    (cells) => markup`<tr>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`,
  )}</tbody></table>`
}

const facts = (lines: readonly (readonly [label: string, value: Cell])[]): Markup =>
  markup`<table><tbody>${lines.map(
    ([label, value]) => markup`<tr><th scope="row">${label}</th><td>${value}</td></tr>`,
  )}</tbody></table>`

const sexes = { male: '男', female: '女', unknown: '未说明' }

export function cardTable(card: Information['card'], mobile: string | null): Markup {
  const ethnic = ethnicGroups.find(({ code }) => code === card.ethnicCode)?.name ?? card.ethnicCode
  const lines: [string, string | null][] = [
    ['姓名', card.name],
    ['英文姓名', card.englishName],
    ['性别', sexes[card.sex]],
    ['民族', ethnic],
    ['出生日期', card.birthDate && dayOf(card.birthDate)],
    ['证件号码', card.number],
    ['通行证号码', card.permitNumber],
    ['国籍', card.nationality],
    ['住址', card.address],
    ['签发机关', card.issuer],
    [
      '有效期限',
      `${dayOf(card.validFrom)} — ${card.validUntil === 'long-term' ? '长期' : dayOf(card.validUntil)}`,
    ],
    ['手机号码', mobile],
    ['首次刷证', instantOf(card.collectedAt)],
  ]
  return facts(lines.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const])))
}

function shownValue(field: Field, value: FieldValue | undefined): string {
  if (value === null || value === undefined || value === '') return field.emptyWords?.zh ?? '—'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'object') return value.text
  return field.type === 'date' ? dayOf(value) : value
}

export function recordPart(kind: RecordKind, records: readonly OpenRecord[]): Markup {
  const own = records.filter((record) => record.kind === kind)
  const { title } = kindOf(kind)
  return markup`<section><h2>${title.zh}</h2>${own.length === 0 ? markup`<p class="quiet">无</p>` : own.map(recordOf)}</section>`
}

const origins: Record<string, string> = {
  practitioner: '本人填报',
  enterprise: '企业代报',
  feed: '第三方系统',
}

function recordOf(record: OpenRecord): Markup {
  const latest = record.versions.at(-1)
  const { fields } = kindOf(record.kind)
  const lines = Object.entries(fields).map(
    ([name, field]) => [field.label.zh, shownValue(field, latest?.content[name])] as const,
  )
  const pages = latest?.pages.map(({ file }) => markup`<a href="${file}">${file}</a><br>`) ?? []
  const state = record.status === 'deleted' ? '已删除' : `数据等级 ${record.level}`
  return markup`<h3>${record.name === '' ? kindOf(record.kind).title.zh : record.name}（${state}，${origins[record.origin] ?? record.origin}）</h3>
${facts([...lines, ...(pages.length > 0 ? [['扫描件', markup`${pages}`] as const] : [])])}
${historyOf(record)}`
}

const changes: Record<string, string> = {
  created: '新增',
  edited: '修改',
  'scan-added': '上传扫描件',
  'scan-removed': '移除扫描件',
  'scan-reordered': '调整扫描件顺序',
  deleted: '删除',
  corrected: '来源更正',
}

function historyOf({ versions, verifications, uses }: OpenRecord): Markup {
  const lines = [
    ...versions.map(({ version, change, at }) => ({
      at,
      what: changes[change] ?? change,
      note: `第 ${version} 版`,
    })),
    ...verifications.map(({ at, version, outcome, office, reasons, note }) => ({
      at,
      what: outcome === 'passed' ? '原件核对通过' : '未予核对',
      note: [`第 ${version} 版`, office, ...reasonsOf(reasons), note ?? '']
        .filter((part) => part !== '')
        .join('；'),
    })),
    ...verifications.flatMap(({ cancelled }) =>
      cancelled
        ? [{ at: cancelled.at, what: '取消原件核对', note: `${cancelled.office}；${cancelled.reason}` }]
        : [],
    ),
  ].toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
  const used = uses.map(({ application, open }) => `${application}${open ? '（办理中）' : ''}`)
  return markup`${table(
    ['时间', '历史', '说明'],
    lines.map(({ at, what, note }) => [instantOf(at), what, note]),
  )}${used.length > 0 ? markup`<p>用于申请：${used.join('、')}</p>` : null}`
}

const reasonsOf = (reasons: readonly string[]): string[] =>
  reasons.map((reason) => (refusalReasonWords as Record<string, { zh: string }>)[reason]?.zh ?? reason)
