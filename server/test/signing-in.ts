import type { TestContext } from 'node:test'
import { askSignInCode, signIn } from '@zhuji/contract/accounts.ts'
import { browserIn, solvedCaptcha, type TestBrowser } from './browser.ts'
import { givenRegistered, lastCode, type Registered, runJobs } from './registering.ts'
import { type World, world } from './world.ts'

export interface Known extends Registered {
  w: World
  code: string
}

/** A registered person with a fresh sign-in password, and limits as after a long rest. */
export async function withPassword(t: TestContext): Promise<Known> {
  const w = await world(t)
  const person = await givenRegistered(w)
  await rest(w)
  await ask(w, browserIn(w), person.facts.number, person.mobile)
  await runJobs(w)
  await rest(w)
  return { ...person, w, code: lastCode(w, person.mobile) }
}

/** All limits as after a long while. */
export const rest = (w: World) => w.ctx.db.deleteFrom('allowance').execute()

export async function ask(w: World, browser: TestBrowser, number: string, mobile: string) {
  return browser.call(askSignInCode, { number, mobile, captcha: await solvedCaptcha(w, browser) })
}

/** Signs in with all that is right, but for the changes. */
export async function enter(
  { w, facts, mobile, code }: Known,
  browser: TestBrowser,
  changes: Partial<{ number: string; mobile: string; code: string }> = {},
) {
  const captcha = await solvedCaptcha(w, browser)
  return browser.call(signIn, { number: facts.number, mobile, code, captcha, ...changes })
}

/** Another code than this one. */
export const another = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
