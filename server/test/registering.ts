import { askRegistrationCode, bindPhone, giveCardFacts, startRegistration } from '@zhuji/contract/accounts.ts'
import type { CardFacts } from '@zhuji/domain/card-facts.ts'
import { runOnce, type TaskList } from 'graphile-worker'
import { accountJobs } from '../src/accounts/jobs.ts'
import { browserIn, solvedCaptcha, type TestBrowser } from './browser.ts'
import { givenPerson } from './people.ts'
import type { World } from './world.ts'

/** Does the queue's jobs that are due; throws what they throw. */
export async function runJobs(w: World): Promise<void> {
  const failed: unknown[] = []
  const taskList: TaskList = {}
  for (const [name, handle] of Object.entries(accountJobs))
    taskList[name] = async (job) => {
      await (handle as (ctx: World['ctx'], job: unknown) => Promise<void>)(w.ctx, job).catch((error) => {
        failed.push(error)
      })
    }
  const { Logger } = await import('graphile-worker')
  await runOnce({ pgPool: w.ctx.pool, taskList, noHandleSignals: true, logger: new Logger(() => () => {}) })
  if (failed.length > 0) throw failed[0]
}

/** The digits of the last message to this phone. */
export function lastCode(w: World, mobile: string): string {
  const text = w.sent.filter((message) => message.mobile === mobile).at(-1)?.text ?? ''
  return text.match(/\b\d{6}\b/)?.[0] ?? ''
}

export const factsToType = (facts: CardFacts) => ({
  address: facts.address,
  issuer: facts.issuer,
  validFrom: facts.validFrom,
  validUntil: facts.validUntil,
  permitNumber: facts.permitNumber,
  nationality: facts.nationality,
  birthDate: facts.kind.startsWith('foreigner') ? facts.birthDate : null,
})

export async function begin(w: World, browser: TestBrowser, facts: { name: string; number: string }) {
  const captcha = await solvedCaptcha(w, browser)
  return browser.call(startRegistration, { name: facts.name, number: facts.number, captcha })
}

/** Steps 1 and 2 done rightly. */
export async function atPhoneStep(w: World, facts: CardFacts, browser = browserIn(w)): Promise<TestBrowser> {
  await begin(w, browser, facts)
  const answer = await browser.call(giveCardFacts, factsToType(facts))
  if (answer.statusCode !== 200) throw new Error(`card facts: ${answer.body}`)
  return browser
}

let nextMobile = 19900000000
export function newMobile(): string {
  nextMobile += 1
  return String(nextMobile)
}

export interface Registered {
  personId: string
  facts: CardFacts
  mobile: string
  browser: TestBrowser
}

/** A person who has read their card and registered their phone, as everybody does. */
export async function givenRegistered(w: World, changes: Partial<CardFacts> = {}): Promise<Registered> {
  const { personId, facts } = await givenPerson(w, changes)
  const mobile = newMobile()
  const browser = await atPhoneStep(w, facts)
  await browser.call(askRegistrationCode, { mobile })
  await runJobs(w)
  const answer = await browser.call(bindPhone, { mobile, code: lastCode(w, mobile) })
  if (answer.statusCode !== 201) throw new Error(`binding: ${answer.body}`)
  return { personId, facts, mobile, browser }
}
