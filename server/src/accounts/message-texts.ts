import type { CodePurpose } from '@zhuji/domain/dynamic-password.ts'
import type { TextTemplate } from '@zhuji/domain/message-templates.ts'

/** Codes, counts and masked numbers only: a text message is read by whoever holds the phone, and names nobody. */
export type MessageFacts = Readonly<Record<string, string | number>>

const signature = '【筑籍】'

const messages: Record<TextTemplate, (facts: MessageFacts) => string> = {
  'verification-refused': () =>
    '您有一条证书信息未通过原件核对，信息仍保留，可修改后再次核验。请登录查看原因。',
  'verification-cancelled': () =>
    '您有一条证书信息的原件核对已被窗口取消，数据等级退回D，信息仍保留。请登录查看理由，可修改后再次核验。',
  'password-used-elsewhere': () =>
    '您的24小时密码刚刚在另一台设备上再次用于登录。如非本人操作，请立即登录并作废当前密码，或到窗口办理。',
  'phone-changed-away': ({ newMobile }) =>
    `您绑定的手机号已在受理窗口修改为${newMobile}，本号码不再用于登录。如非本人办理，请立即携带身份证到受理窗口说明。`,
  'phone-changed-here': () =>
    '本号码已在受理窗口绑定为登录手机号，今后请用本号码获取24小时密码。如非本人办理，请立即到受理窗口说明。',
  'objection-answered': () => '您提出的异议已有答复。请登录查看处理结果和理由。',
  'export-made': () =>
    '您的全部信息刚刚被导出为一份文件。如非本人操作，请立即登录并作废当前密码，或到受理窗口说明。',
  'record-ending': ({ count = 1, days = '' }) =>
    `您有${count}条证书或注册信息的有效期将在${days}天内届满。请登录查看。如不再需要此类短信，可登录后关闭。`,
  'card-ending': ({ days = '' }) =>
    `您的身份证件有效期将在${days}天内届满。换领新证后，请携新证到受理窗口刷证更新。如不再需要此类短信，可登录后关闭。`,
}

const codes: Record<CodePurpose, (digits: string) => string> = {
  registration: (digits) =>
    `您正在办理短信用户注册，24小时密码：${digits}，24小时内有效，仅可使用一次。如非本人操作，请勿告知他人。`,
  'sign-in': (digits) =>
    `您正在登录，24小时密码：${digits}，24小时内可重复使用。任何人索要均为诈骗，请勿告知他人。`,
  'phone-change': (digits) =>
    `您正在窗口修改手机号，24小时密码：${digits}，24小时内有效，仅可使用一次。如非本人操作，请勿告知他人。`,
  export: (digits) =>
    `您正在导出本人的全部信息，验证码：${digits}，10分钟内有效，仅可使用一次。任何人索要均为诈骗；如非本人操作，请立即登录并作废当前密码。`,
  signature: (digits) =>
    `您正在提交个人签名信息，验证码：${digits}，10分钟内有效，仅可使用一次。任何人索要均为诈骗；如非本人操作，请立即登录并作废当前密码。`,
}

export const messageText = (template: TextTemplate, facts: MessageFacts): string =>
  `${signature}${messages[template](facts)}`

/** Names what the code is for and how long it lasts (R3.4). */
export const codeText = (purpose: CodePurpose, digits: string): string =>
  `${signature}${codes[purpose](digits)}`
