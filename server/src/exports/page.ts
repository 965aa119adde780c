import { accessActs, accessReasons, accessRoles, feedSourceWords } from '@zhuji/domain/accesses.ts'
import { levelWords } from '@zhuji/domain/data-level.ts'
import type { FeedSource } from '@zhuji/domain/feed-lines.ts'
import type { Role } from '@zhuji/domain/policy.ts'
import { recordKindNames } from '@zhuji/domain/record-kinds.ts'
import { Markup, markup } from './markup.ts'
import type { Information } from './open-kept.ts'
import { cardTable, dayOf, instantOf, recordPart, table } from './page-parts.ts'

const style = `
body{max-width:980px;margin:24px auto;padding:0 16px;font:15px/1.7 "Noto Sans SC","Microsoft YaHei","PingFang SC",sans-serif;color:#1d2733}
h1{font-size:26px}h2{margin-top:36px;border-bottom:2px solid #1d2733;font-size:20px}h3{font-size:17px;margin:24px 0 4px}
table{border-collapse:collapse;width:100%;margin:8px 0 16px}th,td{border:1px solid #b8c2cc;padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#f1f4f7;font-weight:600;width:11em}thead th{width:auto}.quiet{color:#4a5866}details>summary{cursor:pointer}
thead+tbody td:first-child{min-width:5.6em}
@media(max-width:600px){table{font-size:13px}th{width:7em}th,td{padding:3px 5px}}
@media print{body{max-width:none;margin:0}section{break-inside:auto}h3,tr{break-inside:avoid}a{color:inherit;text-decoration:none}}`

/** The whole file as one page to read or print: no script, nothing loaded from anywhere (R12.4). */
export function pageOf(information: Information): string {
  const { card, records } = information
  return markup`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>个人信息</title>
<style>${new Markup(style)}</style>
</head>
<body>
<h1>建设工程企业从业人员个人信息</h1>
<p class="quiet">导出时间：${instantOf(information.madeAt)}（北京时间）。本文件包含您的全部个人信息，请妥善保管，不要发给他人。全部内容以机器可读形式另存于 information.json。</p>
<section><h2>个人基本信息</h2>
${cardTable(card, information.mobile)}
${employmentsOf(information)}${socialSecurityOf(information)}</section>
${recordKindNames.map((kind) => recordPart(kind, records))}
${objectionsOf(information)}
${signaturesOf(information)}
${noticesOf(information)}
${accessesOf(information)}
<section><h2>数据等级说明</h2>${table(
    ['等级', '含义'],
    Object.entries(levelWords).map(([level, words]) => [level, words.zh]),
  )}</section>
<section><h2>未列入本文件的内容</h2>${table(
    ['内容', '理由'],
    Object.values(information.leftOut).map(({ what, why }) => [what, why]),
  )}</section>
</body>
</html>
`.text
}

function employmentsOf({ employments }: Information): Markup {
  const lines = employments.map((one) => [
    one.enterprise,
    one.creditCode,
    one.duty,
    one.supports ?? '—',
    dayOf(one.from),
    one.endedAt ? instantOf(one.endedAt) : '—',
  ])
  const head = ['工作单位', '统一社会信用代码', '职务', '资质', '开始', '结束']
  return markup`<h3>所在单位</h3>${table(head, lines)}`
}

function socialSecurityOf({ socialSecurity }: Information): Markup {
  const lines = socialSecurity.map(({ month, unit, paid }) => [
    month.slice(0, 7),
    unit,
    paid ? '已缴纳' : '未缴纳',
  ])
  return markup`<h3>社会保险缴纳月份</h3>${table(['月份', '缴纳单位', '状态'], lines)}`
}

const objectionStates: Record<string, string> = { open: '待答复', upheld: '异议成立', rejected: '异议不成立' }

function objectionsOf({ objections, records }: Information): Markup {
  const lines = objections.map(({ recordId, at, text, status, answer }) => [
    instantOf(at),
    records.find(({ id }) => id === recordId)?.name ?? '',
    text,
    objectionStates[status] ?? status,
    answer ?? '—',
  ])
  const head = ['时间', '诚信记录', '异议', '状态', '答复']
  return markup`<section><h2>对诚信记录的异议</h2>${table(head, lines)}</section>`
}

function signaturesOf({ signatures }: Information): Markup {
  const lines = signatures.map(({ number, uploadedAt, filedAt, scan, cutOut }) => [
    `第 ${number} 次`,
    instantOf(uploadedAt),
    filedAt ? instantOf(filedAt) : '未确认',
    markup`<a href="${scan}">${scan}</a><br><a href="${cutOut}">${cutOut}</a>`,
  ])
  return markup`<section><h2>个人签名信息</h2>${table(['上传', '上传时间', '确认归档', '文件'], lines)}</section>`
}

function noticesOf({ acknowledgements, consents, messages }: Information): Markup {
  const told = acknowledgements.map(({ version, at }) => [`告知第 ${version} 版`, '已知悉', instantOf(at)])
  const agreed = consents.map(({ use, given, at }) => [
    `可选用途：${use}`,
    given ? '同意' : '撤回',
    instantOf(at),
  ])
  return markup`<section><h2>告知与同意</h2>${table(['事项', '内容', '时间'], [...told, ...agreed])}
<p class="quiet">站内消息共 ${messages.length} 条，见 information.json。</p></section>`
}

const sourceOf = (source: string | null): string =>
  source === null ? '' : (feedSourceWords[source as FeedSource]?.zh ?? source)

function accessesOf({ accesses }: Information): Markup {
  const lines = accesses.map(({ at, role, office, reason, matter, act, source }) => [
    instantOf(at),
    [accessRoles[role as Role]?.zh ?? role, office ?? sourceOf(source)]
      .filter((part) => part !== '')
      .join(' · '),
    [accessReasons[reason]?.zh ?? reason, matter ?? ''].filter((part) => part !== '').join(' '),
    accessActs[act]?.zh ?? act,
  ])
  return markup`<section><h2>谁查看过我的信息</h2>${table(['时间', '查看者', '事由', '内容'], lines)}</section>`
}
