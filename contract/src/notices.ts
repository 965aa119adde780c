import { optionalUses } from '@zhuji/domain/consent.ts'
import { z } from 'zod'
import { personParams } from './records.ts'
import { route } from './route.ts'

const Words = z.object({ zh: z.string().min(1), en: z.string().min(1) })

export const NoticeSection = z.object({
  key: z.string().regex(/^[a-z-]+$/),
  heading: Words,
  paragraphs: z.array(Words),
  items: z.array(Words),
})
export type NoticeSection = z.infer<typeof NoticeSection>

/** 个人信息处理告知, one version of its text. */
export const NoticeView = z
  .object({
    version: z.int().positive(),
    inForceFrom: z.iso.date(),
    sections: z.array(NoticeSection).min(1),
  })
  .meta({ id: 'ProcessingNotice' })
export type NoticeView = z.infer<typeof NoticeView>

/** Public: whoever stands at a window may read it before their card is read. */
export const readNotice = route({
  method: 'GET',
  path: '/api/portal/notice',
  act: 'read-portal',
  summary: 'The processing notice in force',
  response: NoticeView,
})

/** 我已阅读并知悉: for the version that was on the screen; no consent to anything. */
export const acknowledgeNotice = route({
  method: 'POST',
  path: '/api/persons/:personId/notice-acknowledgements',
  act: 'acknowledge-notice',
  summary: 'Acknowledge the processing notice in force',
  params: personParams,
  body: z.strictObject({ version: z.int().positive() }),
  status: 201,
  response: z.object({ version: z.int(), at: z.iso.datetime() }),
})

export const ConsentView = z.object({
  use: z.enum(optionalUses),
  /** Given to the wording of today and not withdrawn. */
  stands: z.boolean(),
  /** When the newest decision was made; null when nothing was decided yet. */
  decidedAt: z.iso.datetime().nullable(),
})
export type ConsentView = z.infer<typeof ConsentView>

/** What the person has acknowledged and agreed to. */
export const readConsents = route({
  method: 'GET',
  path: '/api/persons/:personId/consents',
  act: 'decide-consent',
  summary: 'Acknowledged notices and optional uses',
  params: personParams,
  response: z.object({
    acknowledged: z.array(z.object({ version: z.int(), at: z.iso.datetime() })),
    consents: z.array(ConsentView),
  }),
})

const useParams = personParams.extend({ use: z.enum(optionalUses) })

export const giveConsent = route({
  method: 'PUT',
  path: '/api/persons/:personId/consents/:use',
  act: 'decide-consent',
  summary: 'Consent to an optional use',
  params: useParams,
  /** The wording that was on the screen. */
  body: z.strictObject({ wording: z.int().positive() }),
  response: ConsentView,
})

/** 撤回: at once, and as easily as it was given. */
export const withdrawConsent = route({
  method: 'DELETE',
  path: '/api/persons/:personId/consents/:use',
  act: 'decide-consent',
  summary: 'Withdraw the consent to an optional use',
  params: useParams,
  response: ConsentView,
})
