import { maskedValue } from '@zhuji/domain/masking-table.ts'
import { identityOf } from '../card-reads/identity.ts'
import type { Actor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { findPersonByNumber } from './verification-repository.ts'

export interface FoundPerson {
  personId: string
  name: string
  number: string
}

/** By exact number, with a reason that the person sees (R12.1); a search that finds nobody is on record as well. */
export async function findPerson(
  ctx: Context,
  clerk: Actor,
  search: { number: string; reason: string },
): Promise<FoundPerson | null> {
  // A check character may be typed in lower case; cards carry capitals only.
  const number = search.number.trim().toUpperCase()
  const person = await findPersonByNumber(ctx, clerk, identityOf(ctx.keys, number), {
    act: 'find-person',
    details: { reason: search.reason },
    committed: { number },
    timeline: { reason: search.reason },
  })
  if (!person) return null
  return {
    personId: person.personId,
    name: maskedValue('clerk', 'name', 'verification', person.name) ?? '',
    number: maskedValue('clerk', 'number', 'verification', number) ?? '',
  }
}
