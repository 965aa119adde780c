import { cardKinds } from '@zhuji/domain/card-facts.ts'
import { monthStates } from '@zhuji/domain/social-security.ts'
import { z } from 'zod'
import { personParams } from './records.ts'
import { route } from './route.ts'

/** An employer of the person, with the duty and the qualification that the person supports there (G36). */
export const EmploymentView = z
  .object({
    id: z.uuid(),
    /** 工作单位 */
    enterprise: z.string(),
    creditCode: z.string(),
    /** 职务 */
    duty: z.string(),
    /** 资质: class and grade of the qualification supported; null when none. */
    supports: z.string().nullable(),
    /** YYYY-MM-DD */
    from: z.iso.date(),
    /** Number of an application in progress that needs it: it cannot be ended now (R4.9). */
    openUse: z.string().nullable(),
  })
  .meta({ id: 'Employment' })
export type EmploymentView = z.infer<typeof EmploymentView>

export const SocialSecurityMonth = z.object({
  /** YYYY-MM */
  month: z.string(),
  state: z.enum(monthStates),
  /** 缴纳单位; empty unless paid, more than one when several paid. */
  units: z.array(z.string()),
})

/** 个人基本信息: shown only, each part with where it comes from (G33–G38, G129–G132). Registrations are records. */
export const BasicInformation = z
  .object({
    personId: z.uuid(),
    /** 来源：个人身份证. As the masking table shows it to its owner; null where this kind of card has no such field. */
    card: z.object({
      kind: z.enum(cardKinds),
      name: z.string(),
      englishName: z.string().nullable(),
      sex: z.enum(['male', 'female', 'unknown']).nullable(),
      ethnicGroup: z.object({ code: z.string(), name: z.string(), roman: z.string() }).nullable(),
      nationality: z.string().nullable(),
      number: z.string(),
      permitNumber: z.string().nullable(),
      birthDate: z.string().nullable(),
      issuer: z.string().nullable(),
      validFrom: z.string().nullable(),
      /** YYYY-MM-DD, or 'long-term' for 长期. */
      validUntil: z.string().nullable(),
      address: z.string().nullable(),
      /** When the card was last read. */
      readAt: z.iso.datetime(),
    }),
    /** `shown`: readPortrait gives a picture. Otherwise a silhouette says so (R2.10). */
    portrait: z.object({ format: z.enum(['wlt', 'jpeg', 'none']), shown: z.boolean() }),
    /** 来源：企业库、资质申报记录. Those that have not ended, oldest first. */
    employments: z.array(EmploymentView),
    /** 来源：外部社保数据（A级数据）. This month and the two before, newest first. */
    socialSecurity: z.array(SocialSecurityMonth),
  })
  .meta({ id: 'BasicInformation' })
export type BasicInformation = z.infer<typeof BasicInformation>

export const readBasicInformation = route({
  method: 'GET',
  path: '/api/persons/:personId/basic',
  act: 'read-profile',
  summary: 'Card facts, employers and latest social security',
  params: personParams,
  response: BasicInformation,
})

/** Only where the reader's software handed over a picture; not found otherwise (R2.10). */
export const readPortrait = route({
  method: 'GET',
  path: '/api/persons/:personId/portrait',
  act: 'read-profile',
  summary: 'The portrait on the card',
  params: personParams,
  bytes: { response: 'image/jpeg' },
  response: z.unknown(),
})

/** 删除 of a work-unit row: the link ends today, its history stays; refused while an application needs it (R4.9, G138). */
export const endEmployment = route({
  method: 'POST',
  path: '/api/persons/:personId/employments/:employmentId/ending',
  act: 'end-employment',
  summary: 'End an employment',
  params: personParams.extend({ employmentId: z.uuid() }),
  status: 201,
  response: z.object({ endedAt: z.iso.datetime() }),
})
