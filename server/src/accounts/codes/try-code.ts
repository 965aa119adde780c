import { type CodePurpose, decideCode } from '@zhuji/domain/dynamic-password.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { hasDigits } from './digits.ts'
import { type LockedCode, lockNewestCode, saveTry } from './repository.ts'

export interface GivenCode {
  /** null where nobody is meant: the same statements and hashes run, and the code is wrong (R3.3). */
  personId: string | null
  purpose: CodePurpose
  mobileIndex: Buffer
  typed: string
  browser: Buffer
  knownBrowser: boolean
  freshCaptcha: boolean
}

/** Tries a typed code and keeps what the try did. The answer must not be thrown inside `tx`: a wrong try counts. */
export async function tryCode(
  ctx: Context,
  tx: Tx,
  given: GivenCode,
): Promise<ReturnType<typeof decideCode>> {
  const personId = given.personId ?? newId()
  const code = (await lockNewestCode(tx, { ...given, personId })) ?? absent()
  const decision = decideCode({
    purpose: given.purpose,
    live: code.live,
    right: hasDigits(ctx.keys, code.codeId, given.typed),
    wrongTries: code.wrongTries,
    usedBy: usedBy(code.usedBy, given.browser),
    knownBrowser: given.knownBrowser,
    freshCaptcha: given.freshCaptcha,
  })
  const isWrong = !decision.granted && decision.refusal.code === 'code-wrong'
  await saveTry(tx, {
    personId,
    codeId: code.codeId,
    wrongTries: code.wrongTries + (isWrong && !given.knownBrowser ? 1 : 0),
    usedBy: decision.granted ? given.browser : null,
  })
  return decision
}

const absent = (): LockedCode => ({ codeId: newId(), live: false, wrongTries: 0, usedBy: null })

function usedBy(first: Buffer | null, browser: Buffer): 'nobody' | 'this-browser' | 'another-browser' {
  if (!first) return 'nobody'
  return first.equals(browser) ? 'this-browser' : 'another-browser'
}
