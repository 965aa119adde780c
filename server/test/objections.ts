import type { TestContext } from 'node:test'
import type { CreditObjection } from '@zhuji/contract/credit-objections.ts'
import { newId } from '../src/platform/ids.ts'
import { creditOf, feed, numbered } from './feeds.ts'
import { givenHolder, type Holder, recordUrl } from './records.ts'
import { givenOffice, givenStaff, press, type World, world } from './world.ts'

export const reasons = '该事项与本人无关。\n请核实。'

/** A person with one credit entry, and two administrators. */
export async function creditScene(t: TestContext) {
  const w = await world(t)
  const holder = await givenHolder(w)
  await feed(w, 'credit', numbered([creditOf(holder)]))
  const { id: recordId } = await w.ctx.db.selectFrom('record').select('id').executeTakeFirstOrThrow()
  const office = await givenOffice(w)
  const [one, other] = [
    await givenStaff(w, office, 'administrator'),
    await givenStaff(w, office, 'administrator'),
  ]
  return { w, holder, recordId, office, administrator: one.cookies, other: other.cookies }
}

export const objectTo = (w: World, holder: Holder, recordId: string, body: object = {}) =>
  press(w.app, holder.cookies, {
    method: 'POST',
    url: recordUrl(holder, recordId, '/objections'),
    payload: { id: newId(), version: 1, text: reasons, ...body },
  })

export const ownObjections = async (w: World, holder: Holder): Promise<CreditObjection[]> =>
  (
    await press(w.app, holder.cookies, { method: 'GET', url: `/api/persons/${holder.personId}/objections` })
  ).json().objections

export const listedObjections = (w: World, cookies: Record<string, string>, query = '') =>
  press(w.app, cookies, { method: 'GET', url: `/api/admin/credit-objections${query}` })

export const lookAtObjection = (w: World, cookies: Record<string, string>, holder: Holder, id: string) =>
  press(w.app, cookies, { method: 'GET', url: `/api/admin/persons/${holder.personId}/objections/${id}` })

export const answerTo = (
  w: World,
  cookies: Record<string, string>,
  holder: Holder,
  id: string,
  payload: object = { outcome: 'upheld', reason: '经核实，已请报送部门更正。' },
) =>
  press(w.app, cookies, {
    method: 'POST',
    url: `/api/admin/persons/${holder.personId}/objections/${id}/answer`,
    payload,
  })

export const told = (answers: Awaited<ReturnType<typeof objectTo>>[]) =>
  answers.map((one) => [one.statusCode, one.statusCode < 300 ? null : one.json().code])
