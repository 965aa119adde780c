import type { InboxMessageView } from '@zhuji/contract/messages.ts'
import type { InboxTemplate } from '@zhuji/domain/message-templates.ts'
import { type RefusalReason, refusalReasonWords } from '@zhuji/domain/original-verification.ts'
import { kindOf, type RecordKind, recordKindNames } from '@zhuji/domain/record-kinds.ts'
import type { Words } from '@zhuji/domain/words.ts'

/** Where the next step leads: a page of the profile, with the record that stands open there, or a public page. */
export interface NextStep {
  words: Words
  path: string
  search?: { edit: string } | { view: string }
}

export interface MessageWords {
  title: Words
  body: Words
  /** Each by itself, as of a refusal. */
  reasons: readonly Words[]
  next: NextStep
}

type Told = Pick<InboxMessageView, 'facts' | 'recordId'>

const isKind = (kind: unknown): kind is RecordKind => recordKindNames.includes(kind as RecordKind)

const something: Words = { zh: '证书信息', en: 'certificate' }

function nameOf({ facts }: Told): Words {
  if (!isKind(facts.kind)) return something
  const { zh, en } = kindOf(facts.kind).title
  return { zh, en: en.charAt(0).toLowerCase() + en.slice(1) }
}

function recordStep(told: Told, how: 'edit' | 'view', words: Words): NextStep {
  const { kind } = told.facts
  if (told.recordId === null || !isKind(kind)) return { words, path: '/me' }
  const search = how === 'edit' ? { edit: told.recordId } : { view: told.recordId }
  return { words, path: `/me/${kindOf(kind).section}`, search }
}

const windows: NextStep = { words: { zh: '查看受理窗口', en: 'Service windows' }, path: '/windows' }

const look: Words = { zh: '查看该信息', en: 'Show it' }

const reasonsOf = ({ facts }: Told): Words[] =>
  String(facts.reasons ?? '')
    .split(',')
    .filter((reason): reason is RefusalReason => reason in refusalReasonWords)
    .map((reason) => refusalReasonWords[reason])

const templates: Record<InboxTemplate, (told: Told) => Omit<MessageWords, 'reasons'>> = {
  verified: (told) => ({
    title: { zh: '原件核对通过', en: 'Original checked' },
    body: {
      zh: `您的${nameOf(told).zh}已通过原件核对，数据等级升为C级，可在各类事项中重复使用。`,
      en: `The original of your ${nameOf(told).en} was checked: it stands at level C and can be used again and again.`,
    },
    next: recordStep(told, 'view', look),
  }),
  'verification-refused': (told) => ({
    title: { zh: '原件核对未通过', en: 'Check refused' },
    body: {
      zh: `您的${nameOf(told).zh}未通过原件核对。信息仍然保留，请按下列原因修改，再到窗口核验。`,
      en: `The check of your ${nameOf(told).en} was refused. Nothing is lost: mend what is named here, then go to a window again.`,
    },
    next: recordStep(told, 'edit', { zh: '去修改', en: 'Mend it' }),
  }),
  'verification-cancelled': (told) => ({
    title: { zh: '原件核对已被取消', en: 'Check cancelled' },
    body: {
      zh: `窗口取消了您的${nameOf(told).zh}的原件核对，数据等级退回D级，信息仍然保留。理由显示在该信息旁，修改后可再次核验。`,
      en: `A window cancelled the check of your ${nameOf(told).en}: it is back at level D and nothing is lost. The reason stands beside it; mend it and have it checked again.`,
    },
    next: recordStep(told, 'edit', { zh: '查看理由并修改', en: 'See why and mend it' }),
  }),
  'password-used-elsewhere': () => ({
    title: { zh: '24小时密码在另一台设备上使用', en: 'Password used on another device' },
    body: {
      zh: '您的24小时密码曾在另一台设备上再次用于登录。如非本人操作，请立即作废当前密码，或到窗口说明。',
      en: 'Your 24-hour password was used again on another device. If that was not you, void it at once, or tell a window.',
    },
    next: { words: { zh: '去作废密码', en: 'Void the password' }, path: '/me' },
  }),
  'phone-changed-here': () => ({
    title: { zh: '登录手机号已修改', en: 'Mobile number changed' },
    body: {
      zh: '您的登录手机号已在受理窗口修改，今后请用新号码获取24小时密码。如非本人办理，请立即携带身份证到窗口说明。',
      en: 'Your mobile number was changed at a service window; ask for your password with the new one. If that was not you, take your identity card to a window at once.',
    },
    next: windows,
  }),
  'objection-answered': () => ({
    title: { zh: '您的异议已有答复', en: 'Your objection was answered' },
    body: {
      zh: '提供信息的部门已答复您的异议，处理结果和理由显示在该条信息旁。',
      en: 'The authority that supplied the record has answered; what was decided and why stands beside it.',
    },
    next: { words: { zh: '查看答复', en: 'Read the answer' }, path: '/me/credit' },
  }),
  'export-made': () => ({
    title: { zh: '您的全部信息已被导出', en: 'All your data were exported' },
    body: {
      zh: '您的全部信息被导出为一份文件。如非本人操作，请立即作废当前密码，并到窗口说明。',
      en: 'All your data were put into one file. If that was not you, void your password at once and tell a window.',
    },
    next: { words: { zh: '谁查看过我的信息', en: 'Who looked at my data' }, path: '/me/accesses' },
  }),
  'record-ending': (told) => ({
    title: {
      zh: `${nameOf(told).zh}将在${told.facts.days}天内到期`,
      en: `Your ${nameOf(told).en} ends within ${told.facts.days} days`,
    },
    body:
      told.facts.kind === 'registration'
        ? {
            zh: '注册信息来自注册管理部门。请在到期前向其办理延续，结果会自动更新到这里。',
            en: 'It comes from the registration authority. Have it prolonged there before it ends; the result arrives here by itself.',
          }
        : {
            zh: '到期后可能不能再用于资质申报。换领新证后，请把新证填报为一条新的记录，并上传扫描件。',
            en: 'Once over it may no longer count for a qualification. When you have the new certificate add it as a new record with its scan.',
          },
    next: recordStep(told, 'view', look),
  }),
  'card-ending': ({ facts }) => ({
    title: {
      zh: `您的身份证件将在${facts.days}天内到期`,
      en: `Your identity card ends within ${facts.days} days`,
    },
    body: {
      zh: '请及时换领。领到新证后，携新证到任一受理窗口刷证，信息随即更新。过期证件不能办理注册和修改手机号。',
      en: 'Renew it in time, then have the new card read at any service window. An expired card can neither register nor change a mobile number.',
    },
    next: windows,
  }),
}

/** What a message says on the screen: what happened, why, and the next step. */
export const wordsOfMessage = (message: Told & { template: InboxTemplate }): MessageWords => ({
  ...templates[message.template](message),
  reasons: reasonsOf(message),
})
