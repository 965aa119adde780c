import { cardFlags } from '@zhuji/domain/card-facts.ts'
import { z } from 'zod'
import { route } from './route.ts'

const act = 'change-phone'
const params = z.object({ id: z.uuid() })
/** What is typed may be anything: the server says what is wrong with it. */
const mobile = z.string().min(1).max(30)

/** 修改手机号: only at a window, on a card read that carries this change's challenge (R3.8, G25). */
export const beginPhoneChange = route({
  method: 'POST',
  path: '/api/window/phone-changes',
  act,
  summary: 'Begin a phone change at this window: a challenge for the read to come',
  body: z.strictObject({}),
  status: 201,
  response: z.object({
    id: z.uuid(),
    /** Goes into the live read; good for one read at this window. */
    challenge: z.string(),
    expiresAt: z.iso.datetime(),
  }),
})

export const PhoneChangeView = z
  .discriminatedUnion('state', [
    z.object({ state: z.literal('waiting-for-card'), expiresAt: z.iso.datetime() }),
    z.object({
      state: z.literal('card-read'),
      expiresAt: z.iso.datetime(),
      name: z.string(),
      /** As the masking table shows it (R12.2). */
      number: z.string(),
      /** 原手机号 as 135****0; null where none is bound. */
      oldMobile: z.string().nullable(),
      /** None is bound because the number's new holder has proved it (R3.7). */
      bindingLost: z.boolean(),
      flags: z.array(z.enum(cardFlags)),
      /** The bound number was named after an enterprise’s reads alone and waits for the person’s word (R2.9). */
      bindingToConfirm: z.boolean(),
      /** Why nothing can be changed on this read, with the facts of its words; null when it serves. */
      refusal: z.looseObject({ code: z.string() }).nullable(),
    }),
  ])
  .meta({ id: 'PhoneChange' })
export type PhoneChangeView = z.infer<typeof PhoneChangeView>

export const seePhoneChange = route({
  method: 'GET',
  path: '/api/window/phone-changes/:id',
  act,
  summary: 'Whether the card was read, whose it is, and the old number masked',
  params,
  response: PhoneChangeView,
})

/** 号码无误: the person says at the window that the bound number is theirs (R2.9); it ends this change. */
export const confirmBinding = route({
  method: 'POST',
  path: '/api/window/phone-changes/:id/confirmation',
  act,
  summary: 'Confirm the bound number instead of changing it',
  params,
  body: z.strictObject({}),
  status: 201,
  response: z.object({ confirmedAt: z.iso.datetime() }),
})

/** 获取24小时密码: goes to the new number, whose possession it proves. */
export const askPhoneChangeCode = route({
  method: 'POST',
  path: '/api/window/phone-changes/:id/codes',
  act,
  summary: 'Send a code to the new number',
  params,
  body: z.strictObject({ mobile }),
  status: 202,
  response: z.object({ nextCodeAt: z.iso.datetime() }),
})

/** 保存: the right code moves the binding to the new number. */
export const completePhoneChange = route({
  method: 'POST',
  path: '/api/window/phone-changes/:id/completion',
  act,
  summary: 'Bind the new number',
  params,
  body: z.strictObject({ mobile, code: z.string().max(12) }),
  status: 201,
  response: z.object({ changedAt: z.iso.datetime() }),
})
