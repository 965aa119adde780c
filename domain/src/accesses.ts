import type { FeedSource } from './feed-lines.ts'
import type { Role } from './policy.ts'
import type { Words } from './words.ts'

/** An act on a person's data as their timeline names it (R12.1): a look leaves them as they are, a change does not. */
export interface AccessAct extends Words {
  does: 'look' | 'change'
}

const look = (zh: string, en: string): AccessAct => ({ does: 'look', zh, en })
const change = (zh: string, en: string): AccessAct => ({ does: 'change', zh, en })

/** Every act that the server writes into a person's timeline; a test compares them with what is really written. */
export const accessActs: Readonly<Record<string, AccessAct>> = {
  'upload-card-read': change('窗口读取身份证', 'Identity card read at a window'),
  'find-person': look('按证件号码查找', 'Looked up by document number'),
  'read-verification-work': look('查看待核对的证书信息', 'Looked at the certificates to be checked'),
  'read-scan': look('查看证书扫描件', 'Looked at a certificate’s scan'),
  'read-record-history': look('查看信息的历史记录', 'Looked at a record’s history'),
  'verify-original': change('原件核对通过', 'Original checked and confirmed'),
  'refuse-original': change('未予核对并说明原因', 'Check refused, with reasons'),
  'cancel-verification': change('取消原件核对', 'Check of the original cancelled'),
  'read-objection': look('查看您对诚信记录的异议', 'Looked at your objection to a credit entry'),
  'answer-objection': change('答复您对诚信记录的异议', 'Your objection to a credit entry answered'),
  'phone-change.seen': look(
    '修改手机号前查看证件与原手机号',
    'Looked at card and old number before a phone change',
  ),
  'phone.bound': change('绑定手机号码', 'Mobile number bound'),
  'phone.changed': change('修改手机号码', 'Mobile number changed'),
  'phone.binding-confirmed': change('确认手机号码属于您本人', 'Mobile number confirmed as yours'),
  'phone.binding-lost': change(
    '手机号码由新使用人绑定，您的绑定解除',
    'Your number was bound by its new holder; your binding ended',
  ),
  'password.voided': change('作废24小时密码', '24-hour password voided'),
  'export-information': look('导出本人的全部信息', 'All your data exported'),
  'feed-records': change('更新由其他系统提供的信息', 'Updated what another system supplies'),
}

/** Why it was done, as the timeline says it; the same test compares them. */
export const accessReasons: Readonly<Record<string, Words>> = {
  'card-read': { zh: '窗口刷证', en: 'Card read at a window' },
  registration: { zh: '短信用户注册', en: 'Registration' },
  'original-verification': { zh: '原件核对', en: 'Check of originals' },
  'verification-cancelled': { zh: '取消原件核对', en: 'Check cancelled' },
  'phone-change': { zh: '修改手机号', en: 'Change of the mobile number' },
  'number-has-new-holder': { zh: '手机号码换了使用人', en: 'The number has a new holder' },
  'credit-objection': { zh: '诚信记录异议', en: 'Objection to a credit entry' },
  'own-request': { zh: '本人操作', en: 'Your own request' },
  complaint: { zh: '投诉核查', en: 'Inquiry into a complaint' },
  feed: { zh: '数据同步', en: 'Data from another system' },
}

/** Who it was: the office says the rest, the clerk's name never stands here (R12.1). */
export const accessRoles: Readonly<Record<Role, Words>> = {
  anonymous: { zh: '未登录者', en: 'Not signed in' },
  practitioner: { zh: '本人', en: 'You' },
  clerk: { zh: '窗口人员', en: 'Window clerk' },
  enterprise: { zh: '企业人员', en: 'Enterprise staff' },
  reviewer: { zh: '审批人员', en: 'Reviewer' },
  administrator: { zh: '管理人员', en: 'Administrator' },
  bridge: { zh: '窗口读卡设备', en: 'Card reader of a window' },
  system: { zh: '系统', en: 'System' },
}

/** Which system supplied fed data. */
export const feedSourceWords: Readonly<Record<FeedSource, Words>> = {
  registrations: { zh: '注册人员库', en: 'Registers of registered staff' },
  'social-security': { zh: '社会保险系统', en: 'Social security' },
  contracts: { zh: '合同报送系统', en: 'Filed contracts' },
  credit: { zh: '诚信管理系统', en: 'Credit records' },
  enterprises: { zh: '企业库', en: 'Register of enterprises' },
}

export interface Access {
  id: string
  /** An instant, ISO 8601. */
  at: string
  office: string | null
  role: string
  reason: string
  matter: string | null
  /** Which system supplied it; null where a person or an office acted. */
  source: string | null
  act: string
}

/** One matter of one day: who, why, and what was done, each act with how often. Newest first. */
export interface AccessGroup<A extends Access> {
  key: string
  first: A
  acts: { act: string; times: number; latest: string; earliest: string }[]
}

export interface AccessDay<A extends Access> {
  /** YYYY-MM-DD in Asia/Shanghai. */
  day: string
  groups: AccessGroup<A>[]
}

const shanghai = 8 * 3_600_000

/** The day in Asia/Shanghai on which an instant falls, YYYY-MM-DD. */
export const dayOfInstant = (at: string): string =>
  new Date(Date.parse(at) + shanghai).toISOString().slice(0, 10)

const matterOf = ({ matter, role, office, reason, source }: Access): string =>
  JSON.stringify([matter, role, office, reason, source])

/**
 * Groups accesses, newest first, by day and by matter: the number of a matter, or office, role, reason and source where
 * there is none (R12.1). Gives the days newest first; within a matter the same act is told once, with how often.
 */
export function groupAccesses<A extends Access>(accesses: readonly A[]): AccessDay<A>[] {
  const days = new Map<string, Map<string, AccessGroup<A>>>()
  for (const access of accesses) {
    const day = dayOfInstant(access.at)
    const groups = days.get(day) ?? new Map<string, AccessGroup<A>>()
    days.set(day, groups)
    const matter = matterOf(access)
    const group = groups.get(matter) ?? { key: access.id, first: access, acts: [] }
    groups.set(matter, group)
    const act = group.acts.find((one) => one.act === access.act)
    if (!act) group.acts.push({ act: access.act, times: 1, latest: access.at, earliest: access.at })
    else Object.assign(act, { times: act.times + 1, earliest: access.at })
  }
  return [...days].map(([day, groups]) => ({ day, groups: [...groups.values()] }))
}
