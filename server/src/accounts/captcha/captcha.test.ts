import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askCaptcha, startRegistration } from '@zhuji/contract/accounts.ts'
import { browserIn, codeOf, hashOf, solvedCaptcha, type TestBrowser } from '../../../test/browser.ts'
import { syntheticFacts } from '../../../test/people.ts'
import { solveProof } from '../../../test/solve-proof.ts'
import { type World, world } from '../../../test/world.ts'
import { systemActor, withActor } from '../../platform/actor.ts'
import { limiter } from '../../platform/limits.ts'
import { originKey } from '../../platform/sessions.ts'
import { answerHash } from './answer-hash.ts'
import { passCaptcha, spendPassedCaptcha } from './pass-captcha.ts'
import { pictureSigns } from './picture.ts'

/** Reads the picture by trying every text against the hash: the server's own key is needed for it. */
async function readPicture(w: World, browser: TestBrowser, id: string): Promise<string> {
  const row = await w.ctx.db
    .selectFrom('captcha')
    .select('answer_hash')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const signs = [...pictureSigns]
  const key = { id, browser: hashOf(w, browser) }
  for (const a of signs)
    for (const b of signs)
      for (const c of signs)
        for (const d of signs) {
          const answer = `${a}${b}${c}${d}`
          if (row.answer_hash?.equals(answerHash(w.ctx.keys, { ...key, answer }))) return answer
        }
  throw new Error('no text fits')
}

async function asked(browser: TestBrowser, face: 'picture' | 'proof') {
  const answer = await browser.call(askCaptcha, { face })
  assert.equal(answer.statusCode, 201)
  const captcha = answer.json()
  return { ...captcha, solution: await solveProof(captcha.challenge) }
}

const start = (browser: TestBrowser, captcha: object) =>
  browser.call(startRegistration, { name: '测试甲', number: syntheticFacts().number, captcha })

test('R3.5 G12 a picture with proof of work behind it opens the form; its case does not matter', async (t) => {
  const w = await world(t)
  const browser = browserIn(w)
  const { id, picture, solution } = await asked(browser, 'picture')
  const bytes = Buffer.from(picture.replace('data:image/png;base64,', ''), 'base64')
  assert.equal(bytes.subarray(1, 4).toString('latin1'), 'PNG')
  const answer = await readPicture(w, browser, id)
  const changed = await asked(browser, 'picture')
  assert.notEqual(changed.id, id)
  const row = await w.ctx.db.selectFrom('captcha').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  assert.ok(!JSON.stringify(row).includes(answer))
  const given = { id, answer: answer.toLowerCase(), solution }
  assert.equal((await start(browser, given)).statusCode, 201)
  assert.equal(codeOf(await start(browser, given)), '422 captcha-wrong', 'it opens one form')
})

test('R3.5 the proof alone is the way of those who cannot see', async (t) => {
  const w = await world(t)
  const browser = browserIn(w)
  const { id, picture, solution } = await asked(browser, 'proof')
  assert.equal(picture, null)
  assert.equal((await start(browser, { id, answer: null, solution })).statusCode, 201)
})

test('R3.5 a wrong answer, a wrong proof and another browser use up the only try', async (t) => {
  const w = await world(t)
  const own = browserIn(w)
  const [one, two, three] = [
    await asked(own, 'picture'),
    await asked(own, 'picture'),
    await asked(own, 'proof'),
  ]
  const answers = [await readPicture(w, own, one.id), await readPicture(w, own, two.id)] as const
  const wrong = answers[0] === 'AAAA' ? 'CCCC' : 'AAAA'
  const refused = async (browser: TestBrowser, captcha: object) =>
    assert.equal(codeOf(await start(browser, captcha)), '422 captcha-wrong')

  await refused(own, { id: one.id, answer: wrong, solution: one.solution })
  await refused(own, { id: one.id, answer: answers[0], solution: one.solution })
  await refused(own, { id: two.id, answer: answers[1], solution: one.solution })
  await refused(own, { id: two.id, answer: answers[1], solution: two.solution })
  await refused(browserIn(w), { id: three.id, answer: null, solution: three.solution })
  await refused(own, { id: three.id, answer: null, solution: null })
})

test('R3.5 R6.10 of answers at once one is tried (lock: captcha-try)', async (t) => {
  const w = await world(t)
  const browser = browserIn(w)
  const { id, solution } = await asked(browser, 'proof')
  const wrong = { ...solution, derivedKey: '00'.repeat(32) }
  const tries = [solution, wrong, solution, wrong, solution].map((one) =>
    passCaptcha(w.ctx, hashOf(w, browser), { id, answer: null, solution: one }),
  )
  const settled = await Promise.allSettled(tries)
  const fresh = settled.filter((one) => one.status === 'fulfilled' && one.value.fresh)
  assert.equal(fresh.length, 1)
})

test('R3.5 R6.10 of forms finished at once one spends the captcha (lock: captcha-spend)', async (t) => {
  const w = await world(t)
  const browser = browserIn(w)
  const captcha = await solvedCaptcha(w, browser)
  const finish = () =>
    withActor(w.ctx, systemActor(), async (tx) => spendPassedCaptcha(tx, hashOf(w, browser), captcha))
  const settled = await Promise.allSettled([finish(), finish(), finish(), finish()])
  assert.equal(settled.filter((one) => one.status === 'fulfilled').length, 1)
})

test('R3.5 an answer is asked for within five minutes, a form finished within fifteen', async (t) => {
  const w = await world(t)
  const browser = browserIn(w)
  const late = await asked(browser, 'proof')
  assert.ok(Math.abs(Date.parse(late.expiresAt) - Date.now() - 5 * 60_000) < 30_000)
  await w.ctx.db
    .updateTable('captcha')
    .set({ expires_at: new Date(Date.now() - 1) })
    .execute()
  assert.equal(
    codeOf(await start(browser, { id: late.id, answer: null, solution: late.solution })),
    '422 captcha-wrong',
  )
  const open = await solvedCaptcha(w, browser)
  await w.ctx.db
    .updateTable('captcha')
    .set({ tried_at: new Date(Date.now() - 15 * 60_000 - 1000) })
    .where('id', '=', open.id)
    .execute()
  assert.equal(codeOf(await start(browser, open)), '422 captcha-wrong')
})

test('R3.5 captchas are given out by origin within a measure', async (t) => {
  const w = await world(t)
  const browser = browserIn(w)
  const count = limiter(w.ctx, 'captcha', { points: 300, seconds: 600 })
  const origin = originKey(w.ctx, browser.address)
  for (let asked = 0; asked < 300; asked += 1) await count.consume(origin)
  assert.equal(codeOf(await browser.call(askCaptcha, { face: 'proof' })), '429 too-many-tries')
  assert.equal((await browserIn(w).call(askCaptcha, { face: 'proof' })).statusCode, 201)
})
