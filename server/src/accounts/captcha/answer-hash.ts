import type { KeyRing } from '../../platform/keys.ts'

/** Binds the answer to its captcha and to the browser that asked; upper and lower case are one (R3.5). */
export const answerHash = (keys: KeyRing, given: { id: string; browser: Buffer; answer: string }): Buffer =>
  keys.mac('captcha-answer', given.id, given.browser, given.answer.trim().toUpperCase())
