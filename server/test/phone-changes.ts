import type { TestContext } from 'node:test'
import { askSignInCode, signIn } from '@zhuji/contract/accounts.ts'
import type { CardReadMessage } from '@zhuji/contract/card-reads.ts'
import { urlOf } from '@zhuji/contract/client.ts'
import {
  askPhoneChangeCode,
  beginPhoneChange,
  completePhoneChange,
  confirmBinding,
  seePhoneChange,
} from '@zhuji/contract/phone-changes.ts'
import type { RouteDeclaration } from '@zhuji/contract/route.ts'
import type { CardFacts } from '@zhuji/domain/card-facts.ts'
import { browserIn, solvedCaptcha, type TestBrowser } from './browser.ts'
import { givenReader, layCard, type TestReader } from './people.ts'
import { givenRegistered, lastCode, runJobs } from './registering.ts'
import { type World, world } from './world.ts'

/** A clerk's browser at a window with a reader. */
export interface ChangingWindow {
  reader: TestReader
  browser: TestBrowser
}

export async function givenChangingWindow(w: World): Promise<ChangingWindow> {
  const reader = await givenReader(w)
  const browser = browserIn(w)
  Object.assign(browser.cookies, reader.clerk.cookies)
  return { reader, browser }
}

const at = (route: RouteDeclaration, id: string): RouteDeclaration => ({
  ...route,
  path: urlOf(route, { params: { id } }),
})

export const see = ({ browser }: ChangingWindow, id: string) => browser.call(at(seePhoneChange, id))
export const askCode = ({ browser }: ChangingWindow, id: string, mobile: string) =>
  browser.call(at(askPhoneChangeCode, id), { mobile })
export const confirm = ({ browser }: ChangingWindow, id: string) => browser.call(at(confirmBinding, id), {})
export const complete = ({ browser }: ChangingWindow, id: string, mobile: string, code: string) =>
  browser.call(at(completePhoneChange, id), { mobile, code })

export async function begin({ browser }: ChangingWindow): Promise<{ id: string; challenge: string }> {
  const answer = await browser.call(beginPhoneChange, {})
  if (answer.statusCode !== 201) throw new Error(`phone change: ${answer.body}`)
  return answer.json()
}

/** 修改手机号 pressed and this card laid on the reader; gives the change. */
export async function withCard(
  w: World,
  window: ChangingWindow,
  facts: CardFacts,
  changes: Partial<CardReadMessage> = {},
): Promise<string> {
  const { id, challenge } = await begin(window)
  await layCard(w, window.reader, facts, { challenge, ...changes })
  return id
}

/** The code that the new number got, with limits as after a long rest. */
export async function codeFor(w: World, window: ChangingWindow, id: string, mobile: string): Promise<string> {
  await w.ctx.db.deleteFrom('allowance').execute()
  const answer = await askCode(window, id, mobile)
  if (answer.statusCode !== 202) throw new Error(`code: ${answer.body}`)
  await runJobs(w)
  return lastCode(w, mobile)
}

/** Somebody registered, and the window they have come to. */
export async function atWindow(t: TestContext) {
  const w = await world(t)
  return { w, person: await givenRegistered(w), window: await givenChangingWindow(w) }
}

/** Whether number, phone and the code that it gets sign this very person in. */
export async function boundTo(
  w: World,
  personId: string,
  mobile: string,
  browser: TestBrowser,
  number: string,
) {
  await w.ctx.db.deleteFrom('allowance').execute()
  const captcha = await solvedCaptcha(w, browser)
  await browser.call(askSignInCode, { number, mobile, captcha })
  await runJobs(w)
  const code = lastCode(w, mobile)
  const answer = await browser.call(signIn, { number, mobile, code, captcha })
  return answer.statusCode === 201 && answer.json().personId === personId
}

export const audited = (w: World, act: string) =>
  w.ctx.db.selectFrom('audit_entry').selectAll().where('act', '=', act).execute()
