import type { Words } from './words.ts'

/** What a person may allow beyond the legal duty, each by itself (R12.5). */
export const optionalUses = ['expiry-reminders-by-sms'] as const
export type OptionalUse = (typeof optionalUses)[number]

interface OptionalUseTerms {
  /** Grows when what is asked for changes: an earlier consent then stands no more. */
  wording: number
  name: Words
  /** What is done with it, and what happens without it. */
  asked: Words
}

export const optionalUseTerms: Readonly<Record<OptionalUse, OptionalUseTerms>> = {
  'expiry-reminders-by-sms': {
    wording: 1,
    name: { zh: '到期提醒短信', en: 'Text message before something ends' },
    asked: {
      zh: '同意在证书或身份证件到期前90天、30天、7天，向本人绑定的手机号发送短信提醒。短信不写明姓名和证书内容。不同意时，仍可在“消息”页看到提醒。',
      en: 'Send a text message to my bound mobile number 90, 30 and 7 days before a certificate or my identity card ends. It names neither me nor the certificate. Without consent the reminder still stands under “Messages”.',
    },
  },
}

/** The newest thing that a person said about a use. */
export interface ConsentEvent {
  given: boolean
  wording: number
}

/**
 * Does a consent stand? Takes the use and the newest event about it, null for none. True only when consent was given
 * to the very wording of today; what was never asked, or was withdrawn, is no consent (R12.5).
 */
export const consentStands = (use: OptionalUse, newest: ConsentEvent | null): boolean =>
  newest?.given === true && newest.wording === optionalUseTerms[use].wording
