import { type Decision, grant, refuse } from './decision.ts'

/** What weighs more than a sign-in and asks for a fresh code of its own: ten minutes, once (R3.4). */
export const freshCodePurposes = ['export', 'signature'] as const
export type FreshCodePurpose = (typeof freshCodePurposes)[number]

/** What a code by text message is for; a code of one purpose is nothing to another (R3.4). */
export const codePurposes = ['registration', 'sign-in', 'phone-change', ...freshCodePurposes] as const
export type CodePurpose = (typeof codePurposes)[number]

const day = 24 * 60

/** How long a code is valid, in minutes (R3.4, guide G23). */
export const codeMinutes: Record<CodePurpose, number> = {
  registration: day,
  'sign-in': day,
  'phone-change': day,
  export: 10,
  signature: 10,
}

/** Wrong tries in a row that lock the purpose, for so many minutes, and wrong tries in a day that void the code (R3.4). */
export const wrongTries = { inARow: 5, lockMinutes: 15, aDay: 15 } as const

/**
 * Codes to one mobile number (R3.4); of a day's so many are kept for browsers that have signed the person in before,
 * so that strangers who know number and phone cannot use all of them up.
 */
export const codesToOneMobile = { everySeconds: 60, aDay: 10, keptForKnownBrowsers: 3 } as const

/** All that the answer to a typed code hangs on. */
export interface CodeTry {
  purpose: CodePurpose
  /** Neither voided, nor replaced, nor past its end. */
  live: boolean
  right: boolean
  /** Wrong tries at this code so far, those from browsers that have signed in before not counted. */
  wrongTries: number
  usedBy: 'nobody' | 'this-browser' | 'another-browser'
  /** This browser has signed this person in before: the tries of strangers do not shut it out. */
  knownBrowser: boolean
  /** A captcha was solved for this very try. */
  freshCaptcha: boolean
}

/**
 * Does the typed code count (R3.4)? Grants whether the person is to be told of it: a second use from another
 * browser. Refuses with `code-wrong`, or with `captcha-needed-again` when all that lacks is a captcha of its own
 * for such a second use. Only the sign-in password may be used more than once.
 */
export function decideCode(
  tried: CodeTry,
): Decision<{ tellPerson: boolean }, { code: 'code-wrong' } | { code: 'captcha-needed-again' }> {
  const isVoid = !tried.live || (tried.wrongTries >= wrongTries.aDay && !tried.knownBrowser)
  const isSpent = tried.purpose !== 'sign-in' && tried.usedBy !== 'nobody'
  if (isVoid || isSpent || !tried.right) return refuse({ code: 'code-wrong' })
  const isElsewhere = tried.usedBy === 'another-browser'
  if (isElsewhere && !tried.freshCaptcha) return refuse({ code: 'captcha-needed-again' })
  return grant({ tellPerson: isElsewhere })
}
