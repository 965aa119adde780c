import type { RefusalTable } from './table.ts'

export const freshCodesRefusals = {
  'no-mobile-bound': {
    zh: '您目前没有绑定的手机号码，验证码无处可发。请携带本人身份证就近到受理窗口绑定手机号码后再办理。',
    en: 'No mobile number is bound to you just now, so no code can be sent. Take your card to a service window, bind your number and come back.',
  },
} as const satisfies RefusalTable
