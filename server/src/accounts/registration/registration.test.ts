import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askRegistrationCode, bindPhone, giveCardFacts, seeSession } from '@zhuji/contract/accounts.ts'
import { browserIn, codeOf } from '../../../test/browser.ts'
import { givenPerson, syntheticFacts } from '../../../test/people.ts'
import { atPhoneStep, begin, factsToType, lastCode, newMobile, runJobs } from '../../../test/registering.ts'
import { world } from '../../../test/world.ts'

test('R3.1 R12.5 G24 three steps bind the phone and lead, signed in, to the notice and the profile', async (t) => {
  const w = await world(t)
  const { personId, facts } = await givenPerson(w)
  const browser = browserIn(w)
  const mobile = newMobile()

  const first = await begin(w, browser, facts)
  assert.equal(first.statusCode, 201)
  assert.equal(first.json().asks, 'citizen')
  assert.equal((await browser.call(giveCardFacts, factsToType(facts))).statusCode, 200)
  assert.equal((await browser.call(askRegistrationCode, { mobile: `+86 ${mobile}` })).statusCode, 202)
  await runJobs(w)
  const done = await browser.call(bindPhone, { mobile, code: lastCode(w, mobile) })
  assert.deepEqual([done.statusCode, done.json()], [201, { personId }])

  const session = (await browser.call(seeSession)).json()
  assert.deepEqual(session.actor, {
    role: 'practitioner',
    personId,
    name: facts.name,
    bindingToConfirm: false,
    noticeToAcknowledge: 1,
    unreadMessages: 0,
  })
  const acts = await w.ctx.db
    .selectFrom('access_entry')
    .select('act')
    .where('person_id', '=', personId)
    .execute()
  assert.ok(acts.some(({ act }) => act === 'phone.bound'))
})

test('R3.1 long-term validity is typed as such', async (t) => {
  const w = await world(t)
  const { facts } = await givenPerson(w, { validUntil: 'long-term' })
  await atPhoneStep(w, facts)
})

test('R2.8 R3.1 the facts of a foreigner’s and of a HK, Macau or Taiwan resident’s card are asked and suffice', async (t) => {
  const w = await world(t)
  const foreigner = await givenPerson(w, {
    kind: 'foreigner2023',
    name: '测试丙',
    englishName: 'SAMPLE, TEST',
    number: '911990199001010022',
    birthDate: '1990-01-01',
    nationality: 'XXY',
    address: null,
    issuer: null,
    ethnicCode: null,
  })
  const browser = browserIn(w)
  const begun = await begin(w, browser, { ...foreigner.facts, name: 'SAMPLE, TEST' })
  assert.equal(begun.json().asks, 'foreigner')
  const wrong = { ...factsToType(foreigner.facts), nationality: 'XXX' }
  assert.equal(codeOf(await browser.call(giveCardFacts, wrong)), '422 card-facts-mismatch')
  assert.equal((await browser.call(giveCardFacts, factsToType(foreigner.facts))).statusCode, 200)

  const resident = await givenPerson(w, {
    kind: 'hkmotw',
    number: '810000199001010027',
    permitNumber: 'H00000001',
    ethnicCode: null,
  })
  const other = browserIn(w)
  assert.equal((await begin(w, other, resident.facts)).json().asks, 'hkmotw')
  const lacking = { ...factsToType(resident.facts), permitNumber: 'H00000002' }
  assert.equal(codeOf(await other.call(giveCardFacts, lacking)), '422 card-facts-mismatch')
  assert.equal((await other.call(giveCardFacts, factsToType(resident.facts))).statusCode, 200)
})

test('R3.1 no step can be skipped, repeated or done in another browser', async (t) => {
  const w = await world(t)
  const { facts } = await givenPerson(w)
  const mobile = newMobile()
  const over = '409 registration-attempt-over'
  const browser = browserIn(w)
  assert.equal(codeOf(await browser.call(giveCardFacts, factsToType(facts))), over)
  await begin(w, browser, facts)
  assert.equal(codeOf(await browser.call(askRegistrationCode, { mobile })), over)
  assert.equal(codeOf(await browser.call(bindPhone, { mobile, code: '000000' })), over)
  assert.equal(codeOf(await browserIn(w).call(giveCardFacts, factsToType(facts))), over)
  assert.equal((await browser.call(giveCardFacts, factsToType(facts))).statusCode, 200)
  assert.equal(codeOf(await browser.call(giveCardFacts, factsToType(facts))), over)
  await browser.call(askRegistrationCode, { mobile })
  await runJobs(w)
  const kept = { ...browser.cookies }
  assert.equal((await browser.call(bindPhone, { mobile, code: lastCode(w, mobile) })).statusCode, 201)
  browser.cookies = kept
  assert.equal(codeOf(await browser.call(bindPhone, { mobile, code: lastCode(w, mobile) })), over)
})

test('R3.1 an attempt ends after 15 minutes', async (t) => {
  const w = await world(t)
  const { facts } = await givenPerson(w)
  const browser = browserIn(w)
  const { expiresAt } = (await begin(w, browser, facts)).json()
  assert.ok(Math.abs(Date.parse(expiresAt) - Date.now() - 15 * 60_000) < 30_000)
  await w.ctx.db
    .updateTable('registration_attempt')
    .set({ expires_at: new Date(Date.now() - 1) })
    .execute()
  assert.equal(codeOf(await browser.call(giveCardFacts, factsToType(facts))), '409 registration-attempt-over')
})

const typings: [what: string, change: Partial<ReturnType<typeof factsToType>>, where: object][] = [
  [
    'a full-width digit',
    { address: '测试省虚构市样例路１号' },
    { address: [{ code: 'full-width', position: 9 }] },
  ],
  ['a blank', { issuer: '虚构市公安局样例分局 ' }, { issuer: [{ code: 'blank-at-end', position: 10 }] }],
  ['another address that looks innocent', { address: '测试省虚构市样例路2号' }, {}],
  ['another day', { validFrom: '2020-01-02' }, {}],
  ['another end', { validUntil: 'long-term' }, {}],
  ['no address', { address: null }, {}],
]
for (const [what, change, where] of typings)
  test(`R3.2 G18 G19 ${what} is a mismatch, told by what was typed alone`, async (t) => {
    const w = await world(t)
    const { facts } = await givenPerson(w)
    const browser = browserIn(w)
    await begin(w, browser, facts)
    const answer = await browser.call(giveCardFacts, { ...factsToType(facts), ...change })
    assert.equal(codeOf(answer), '422 card-facts-mismatch')
    const none = { name: [], number: [], address: [], issuer: [] }
    assert.deepEqual(answer.json().details, {
      code: 'card-facts-mismatch',
      suspicions: { ...none, ...where },
    })
  })

test('R3.2 R3.3 step 1 names what is suspicious in a number no card can carry; every other goes on', async (t) => {
  const w = await world(t)
  const start = (number: string) => begin(w, browserIn(w), { name: '测试甲', number })
  const refused = await start('11999919900101002１')
  assert.equal(codeOf(refused), '422 document-number-malformed')
  assert.deepEqual(refused.json().details.suspicions.number, [
    { code: 'full-width', position: 17 },
    { code: 'number-check', position: 17 },
  ])
  assert.equal(codeOf(await start('1199991990')), '422 document-number-malformed')

  const { number } = syntheticFacts()
  const wrongCheck =
    number.slice(0, 17) + (number.endsWith('X') ? '1' : String((Number(number[17]) + 1) % 10))
  const went = await start(wrongCheck)
  assert.equal(went.statusCode, 201)
  assert.deepEqual(went.json().suspicions, { name: [], number: [{ code: 'number-check', position: 17 }] })
})
