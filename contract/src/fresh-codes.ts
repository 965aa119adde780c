import { freshCodePurposes } from '@zhuji/domain/dynamic-password.ts'
import { z } from 'zod'
import { personParams } from './records.ts'
import { route } from './route.ts'

/** What is typed of a fresh code: the server says what is wrong with it. */
export const FreshCode = z.string().min(1).max(12)

/** 获取验证码: for one act that weighs more, to the bound mobile; ten minutes, once (R3.4). */
export const askFreshCode = route({
  method: 'POST',
  path: '/api/persons/:personId/fresh-code',
  act: 'ask-fresh-code',
  summary: 'Send a fresh code for one act to the bound mobile number',
  params: personParams,
  body: z.strictObject({ purpose: z.enum(freshCodePurposes) }),
  status: 202,
  response: z.object({
    nextCodeAt: z.iso.datetime(),
    /** The number that it went to, as the masking table shows it. */
    mobile: z.string(),
  }),
})
