import { urlOf } from '@zhuji/contract/client.ts'
import type { RouteDeclaration } from '@zhuji/contract/route.ts'
import type { LightMyRequestResponse } from 'fastify'
import { newToken, tokenHash } from '../src/platform/http/cookies.ts'
import { newId } from '../src/platform/ids.ts'
import type { World } from './world.ts'

/** A browser with its cookies, at an address of its own unless told. */
export interface TestBrowser {
  cookies: Record<string, string>
  address: string
  call(route: RouteDeclaration, body?: object): Promise<LightMyRequestResponse>
}

let next = 0

export function browserIn(w: World, address?: string): TestBrowser {
  next += 1
  const browser: TestBrowser = {
    cookies: { 'zhuji-browser': newToken() },
    address: address ?? `10.${(next >> 16) & 255}.${(next >> 8) & 255}.${next & 255}`,
    async call(route, body) {
      const answer = await w.app.inject({
        method: route.method,
        url: urlOf(route),
        cookies: browser.cookies,
        remoteAddress: browser.address,
        headers: { 'sec-fetch-site': 'same-origin' },
        ...(body && { payload: body }),
      })
      for (const { name, value } of answer.cookies) browser.cookies[name] = value
      return answer
    },
  }
  return browser
}

export const hashOf = (w: World, browser: TestBrowser): Buffer =>
  tokenHash(w.ctx, 'zhuji-browser', browser.cookies['zhuji-browser'] ?? '')

/** A captcha that this browser has solved, for tests of what comes behind it. */
export async function solvedCaptcha(w: World, browser: TestBrowser) {
  const id = newId()
  await w.ctx.db
    .insertInto('captcha')
    .values({
      id,
      face: 'proof',
      answer_hash: Buffer.alloc(32),
      challenge: '{}',
      expires_at: new Date(Date.now() + 300_000),
      tried_at: new Date(),
      opened_for: hashOf(w, browser),
    })
    .execute()
  return { id, answer: null, solution: null }
}

export const codeOf = (answer: LightMyRequestResponse): string => `${answer.statusCode} ${answer.json().code}`
