import { staffRoles } from '@zhuji/domain/policy.ts'
import { z } from 'zod'
import { route } from './route.ts'

/** What is typed may be anything: it is compared, never repaired. Limits only keep nonsense out. */
const typed = (most: number) => z.string().min(1).max(most)

export const captchaFaces = ['picture', 'proof'] as const

/** A picture to read with proof of work behind it, or, for those who cannot see it, more proof of work alone (R3.5). */
export const askCaptcha = route({
  method: 'POST',
  path: '/api/captchas',
  act: 'ask-captcha',
  summary: 'Ask for a captcha; replaces nothing that was solved before',
  body: z.strictObject({ face: z.enum(captchaFaces) }),
  status: 201,
  response: z.object({
    id: z.uuid(),
    /** PNG as data URL; null for the proof alone. */
    picture: z.string().nullable(),
    /** Challenge of altcha-lib v2, solved in the page. */
    challenge: z.record(z.string(), z.unknown()),
    expiresAt: z.iso.datetime(),
  }),
})

/** The captcha as answered. Once right, the same id stands for the whole form (R3.5). */
export const CaptchaAnswer = z.strictObject({
  id: z.uuid(),
  /** What the picture shows; null with the proof alone, or when this form's captcha was solved already. */
  answer: z.string().max(20).nullable(),
  /** Solution of the challenge; null when solved already. */
  solution: z.record(z.string(), z.unknown()).nullable(),
})
export type CaptchaAnswer = z.infer<typeof CaptchaAnswer>

/** Where a typed text looks suspicious: a code of the domain's `suspiciousSigns`, and an index in code points. */
export const SuspiciousPlace = z.object({ code: z.string(), position: z.int() })

/** Step 1 of 短信用户注册: every well-formed pair goes on (R3.3); the attempt lives 15 minutes in this browser. */
export const startRegistration = route({
  method: 'POST',
  path: '/api/registration-attempts',
  act: 'register',
  summary: 'Registration, step 1: name and document number',
  body: z.strictObject({ name: typed(100), number: typed(30), captcha: CaptchaAnswer }),
  status: 201,
  response: z.object({
    expiresAt: z.iso.datetime(),
    /** Which facts step 2 asks for; follows from the shape of the number alone. */
    asks: z.enum(['citizen', 'hkmotw', 'foreigner']),
    /** Where what was typed looks suspicious, such as a check digit that does not hold: hints, no verdict (R3.2). */
    suspicions: z.object({ name: z.array(SuspiciousPlace), number: z.array(SuspiciousPlace) }),
  }),
})

/** Step 2: one verdict for everything, whether the number is known or not (R3.3). */
export const giveCardFacts = route({
  method: 'POST',
  path: '/api/registration-attempts/card-facts',
  act: 'register',
  summary: 'Registration, step 2: the other facts of the card',
  body: z.strictObject({
    address: typed(200).nullable(),
    issuer: typed(100).nullable(),
    validFrom: z.iso.date(),
    validUntil: z.union([z.iso.date(), z.literal('long-term')]),
    /** HK/Macau/Taiwan residents: the travel permit's number. */
    permitNumber: typed(30).nullable(),
    /** Foreigners: three letters as printed, and the birth date. */
    nationality: typed(3).nullable(),
    birthDate: z.iso.date().nullable(),
  }),
  response: z.object({ expiresAt: z.iso.datetime() }),
})

/** 获取24小时密码 of the registration: answered alike whatever becomes of it. */
export const askRegistrationCode = route({
  method: 'POST',
  path: '/api/registration-attempts/phone-code',
  act: 'register',
  summary: 'Registration, step 3: send a code to the person’s own mobile number',
  body: z.strictObject({ mobile: typed(30) }),
  status: 202,
  response: z.object({ nextCodeAt: z.iso.datetime() }),
})

/** 完成注册: binds the phone, signs in, straight to the profile. */
export const bindPhone = route({
  method: 'POST',
  path: '/api/registration-attempts/phone-binding',
  act: 'register',
  summary: 'Registration, step 3: bind the phone',
  body: z.strictObject({ mobile: typed(30), code: z.string().max(12) }),
  status: 201,
  response: z.object({ personId: z.uuid() }),
})

/** 获取24小时密码 of 短信用户登录: always the same answer; a code goes out only when number and phone belong together. */
export const askSignInCode = route({
  method: 'POST',
  path: '/api/sign-in/codes',
  act: 'sign-in',
  summary: 'Ask for the dynamic password',
  body: z.strictObject({ number: typed(30), mobile: typed(30), captcha: CaptchaAnswer }),
  status: 202,
  response: z.object({ nextCodeAt: z.iso.datetime() }),
})

export const signIn = route({
  method: 'POST',
  path: '/api/sign-in',
  act: 'sign-in',
  summary: 'Sign in with document number, mobile number and dynamic password',
  body: z.strictObject({
    number: typed(30),
    mobile: typed(30),
    code: z.string().max(12),
    captcha: CaptchaAnswer,
  }),
  status: 201,
  response: z.object({ personId: z.uuid() }),
})

/** 作废当前密码: the dynamic password ends before its 24 hours (R3.4). */
export const voidPassword = route({
  method: 'DELETE',
  path: '/api/sign-in/password',
  act: 'void-password',
  summary: 'Void the dynamic password',
  status: 204,
  response: z.undefined(),
})

export const staffSignIn = route({
  method: 'POST',
  path: '/api/staff/sign-in',
  act: 'staff-sign-in',
  summary: 'Staff sign in with account, password and second factor',
  body: z.strictObject({ account: typed(60), password: typed(200), otp: z.string().max(12) }),
  status: 201,
  response: z.object({ role: z.enum(staffRoles) }),
})

export const signOut = route({
  method: 'DELETE',
  path: '/api/session',
  act: 'sign-out',
  summary: '安全退出',
  status: 204,
  response: z.undefined(),
})

export const SessionView = z
  .object({
    mode: z.enum(['demo', 'production']),
    /** Today in Asia/Shanghai. */
    today: z.iso.date(),
    bridgeUrl: z.string(),
    /** The simulated reader's control; null outside demo. */
    simulatorUrl: z.string().nullable(),
    actor: z.discriminatedUnion('role', [
      z.object({ role: z.literal('anonymous') }),
      z.object({
        role: z.literal('practitioner'),
        personId: z.uuid(),
        name: z.string(),
        /** A former binding ended, a second browser signed in: told once on the first page. */
        bindingToConfirm: z.boolean(),
        /** Version of the processing notice that is to be shown and acknowledged before anything else; or null (R12.5). */
        noticeToAcknowledge: z.int().nullable(),
        /** At most `mostCounted` of the messages. */
        unreadMessages: z.int(),
      }),
      z.object({
        role: z.enum(staffRoles),
        displayName: z.string(),
        departmentName: z.string().nullable(),
        windowName: z.string().nullable(),
      }),
    ]),
  })
  .meta({ id: 'Session' })
export type SessionView = z.infer<typeof SessionView>

export const seeSession = route({
  method: 'GET',
  path: '/api/session',
  act: 'see-own-session',
  summary: 'Who is signed in, and what this installation is',
  response: SessionView,
})
