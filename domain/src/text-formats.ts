import { normaliseMobile } from './mobile-number.ts'
import type { TextFormat } from './record-declaration.ts'
import { creditCodeFaults } from './unified-credit-code.ts'

/** 0 and the area code of 2 or 3 digits, 7 or 8 digits, an extension if any. */
const landline = /^0\d{2,3}-?\d{7,8}(-\d{1,6})?$/

/** Does the text keep to the form of its field: a mobile or landline number, a unified social credit code (R4.4)? */
export function keepsFormat(format: TextFormat, text: string): boolean {
  if (format === 'credit-code') return creditCodeFaults(text).length === 0
  return normaliseMobile(text).granted || landline.test(text)
}
