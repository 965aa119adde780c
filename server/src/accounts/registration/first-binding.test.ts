import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askRegistrationCode, bindPhone, giveCardFacts } from '@zhuji/contract/accounts.ts'
import { browserIn } from '../../../test/browser.ts'
import { givenPerson, givenReader, layCard, personOf, syntheticFacts } from '../../../test/people.ts'
import { atPhoneStep, begin, factsToType, lastCode, newMobile, runJobs } from '../../../test/registering.ts'
import { givenOffice, givenStaff, type World, world } from '../../../test/world.ts'
import { newId } from '../../platform/ids.ts'
import { limiter } from '../../platform/limits.ts'
import { originKey } from '../../platform/sessions.ts'
import { bindingsWithoutAlert } from './bind-phone.ts'
import { sealPrintedForm } from './card-comparison.ts'

for (const [reads, marked] of [
  [['enterprise'], true],
  [['person', 'enterprise'], true],
  [['enterprise', 'person'], false],
  [['enterprise', 'agent'], false],
] as const)
  test(`R2.9 after reads by ${reads.join(', then ')} the first binding is ${marked ? '' : 'not '}to be confirmed`, async (t) => {
    const w = await world(t)
    const reader = await givenReader(w)
    const facts = syntheticFacts()
    for (const presentedBy of reads) await layCard(w, reader, facts, { presentedBy })
    const mobile = newMobile()
    const browser = await atPhoneStep(w, facts)
    await browser.call(askRegistrationCode, { mobile })
    await runJobs(w)
    await browser.call(bindPhone, { mobile, code: lastCode(w, mobile) })
    const person = await w.ctx.db
      .selectFrom('person')
      .select('binding_to_confirm')
      .where('person_id', '=', await personOf(w, facts.number))
      .executeTakeFirstOrThrow()
    assert.equal(person.binding_to_confirm, marked)
  })

test('R2.9 many first bindings from one origin raise one alert', async (t) => {
  const w = await world(t)
  const address = '10.9.9.9'
  const facts: ReturnType<typeof syntheticFacts>[] = []
  for (let people = 0; people < bindingsWithoutAlert + 2; people += 1)
    facts.push((await givenPerson(w)).facts)
  for (const card of facts) {
    const mobile = newMobile()
    const browser = await atPhoneStep(w, card, browserIn(w, address))
    await browser.call(askRegistrationCode, { mobile })
    await runJobs(w)
    assert.equal((await browser.call(bindPhone, { mobile, code: lastCode(w, mobile) })).statusCode, 201)
  }
  assert.deepEqual(await alertsIn(w), [{ role: 'anonymous', details: { inADay: bindingsWithoutAlert } }])
})

test('R2.9 first bindings at once raise one alert too', async (t) => {
  const w = await world(t)
  const address = '10.9.9.9'
  const tries = []
  for (let people = 0; people < 6; people += 1) {
    const mobile = newMobile()
    const browser = await atPhoneStep(w, (await givenPerson(w)).facts, browserIn(w, address))
    await browser.call(askRegistrationCode, { mobile })
    await runJobs(w)
    tries.push({ browser, mobile, code: lastCode(w, mobile) })
  }
  const count = limiter(w.ctx, 'first-bindings', { points: bindingsWithoutAlert, seconds: 24 * 3600 })
  for (let made = 0; made < bindingsWithoutAlert - 2; made += 1)
    await count.consume(originKey(w.ctx, address))
  const answers = await Promise.all(
    tries.map(({ browser, mobile, code }) => browser.call(bindPhone, { mobile, code })),
  )
  assert.ok(answers.every(({ statusCode }) => statusCode === 201))
  assert.equal((await alertsIn(w)).length, 1)
})

const alertsIn = (w: World) =>
  w.ctx.db
    .selectFrom('audit_entry')
    .select(['role', 'details'])
    .where('act', '=', 'alert.many-bindings')
    .execute()

test('R3.1 a printed form confirmed by two clerks passes beside the chip’s, for the card it was confirmed of', async (t) => {
  const w = await world(t)
  const { personId, facts } = await givenPerson(w, { name: '测试名字很长很长很长很长很长很' })
  const printed = { ...facts, name: '测试名字很长很长很长很长很长很长很长' }
  const office = await givenOffice(w)
  const [one, two] = [await givenStaff(w, office), await givenStaff(w, office)]
  const form = {
    person_id: personId,
    card_version: 1,
    facts: sealPrintedForm(w.ctx.keys, personId, printed),
    first_clerk_id: one.staffId,
  }
  const verdict = async (typed: typeof facts) => {
    const browser = browserIn(w)
    await begin(w, browser, typed)
    return (await browser.call(giveCardFacts, factsToType(typed))).statusCode
  }
  await w.ctx.db
    .insertInto('printed_form')
    .values({ ...form, id: newId() })
    .execute()
  assert.equal(await verdict(printed), 422, 'one clerk is not enough')
  const confirmed = { second_clerk_id: two.staffId, confirmed_at: new Date() }
  await w.ctx.db
    .insertInto('printed_form')
    .values({ ...form, ...confirmed, id: newId() })
    .execute()
  assert.equal(await verdict(printed), 200)
  assert.equal(await verdict(facts), 200)
})
