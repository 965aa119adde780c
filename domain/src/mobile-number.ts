import { type Decision, grant, refuse } from './decision.ts'

/**
 * The 11 digits of a mainland mobile number as typed: U+0020, hyphens and one leading +86 or 86 are dropped,
 * then it must be ^1[3-9]\d{9}$. No prefix is refused beyond that, since prefixes prove nothing since number
 * portability. Full-width signs are refused, not converted (R3.6, guide G19).
 */
export function normaliseMobile(typed: string): Decision<string, { code: 'mobile-number' }> {
  const match = /^(?:\+?86)?(1[3-9]\d{9})$/.exec(typed.replaceAll(/[ -]/g, ''))
  return match?.[1] ? grant(match[1]) : refuse({ code: 'mobile-number' })
}
