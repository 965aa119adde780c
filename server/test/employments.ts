import { newId } from '../src/platform/ids.ts'
import { employmentOf, enterpriseOf, feed, numbered } from './feeds.ts'
import type { Holder } from './records.ts'
import { press, type World } from './world.ts'

/** The person's employment at the synthetic enterprise, as its feed told it. */
export async function givenEmployment(w: World, holder: Holder, changes: object = {}): Promise<string> {
  await feed(w, 'enterprises', numbered([enterpriseOf(), employmentOf(holder, changes)]))
  const row = await w.ctx.db
    .selectFrom('employment')
    .select('id')
    .where('person_id', '=', holder.personId)
    .where('ended_at', 'is', null)
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow()
  return row.id
}

/** 删除 of a work-unit row. */
export const endEmployment = (w: World, holder: Holder, employmentId: string) =>
  press(w.app, holder.cookies, {
    method: 'POST',
    url: `/api/persons/${holder.personId}/employments/${employmentId}/ending`,
  })

/** An application that needs the employment. */
export async function givenEmploymentUse(
  w: World,
  holder: Holder,
  employmentId: string,
  open = true,
): Promise<string> {
  const application_number = 'W2026090100001'
  await w.ctx.db
    .insertInto('employment_use')
    .values({
      person_id: holder.personId,
      employment_id: employmentId,
      application_id: newId(),
      application_number,
      open,
    })
    .execute()
  return application_number
}
