import type { SessionView } from '@zhuji/contract/accounts.ts'
import { type StaffRole, staffRoles } from '@zhuji/domain/policy.ts'
import { type Actor, withActor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/database.ts'
import { findPractitioner, findStaff } from './repository.ts'

type SessionActor = SessionView['actor']

const anonymous = { role: 'anonymous' } as const
const isStaff = (role: string): role is StaffRole => staffRoles.includes(role as StaffRole)

/** Who is signed in; a practitioner's own name stands unmasked, staff are shown with their office. */
export async function viewSession(ctx: Context, actor: Actor): Promise<SessionView> {
  return {
    mode: ctx.mode,
    today: ctx.today(),
    bridgeUrl: ctx.bridgeUrl,
    simulatorUrl: ctx.mode === 'demo' ? ctx.simulatorUrl : null,
    actor:
      actor.id === null ? anonymous : await withActor(ctx, actor, async (tx) => viewActor(ctx, tx, actor)),
  }
}

async function viewActor(ctx: Context, tx: Tx, { role, id }: Actor): Promise<SessionActor> {
  const actorId = id ?? ''
  if (role === 'practitioner') {
    const person = await findPractitioner(tx, actorId, ctx.today())
    return person ? { role, personId: actorId, ...person } : anonymous
  }
  const staff = isStaff(role) ? await findStaff(tx, actorId) : undefined
  return staff && isStaff(role) ? { role, ...staff } : anonymous
}
