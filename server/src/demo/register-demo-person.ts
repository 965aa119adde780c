import { mobilePlace } from '../accounts/messages-repository.ts'
import { mobileOf } from '../accounts/mobile.ts'
import { insertBinding, markFirstBinding } from '../accounts/registration/repository.ts'
import { identityOf } from '../card-reads/identity.ts'
import { acknowledgeNotice } from '../notices/acknowledge-notice.ts'
import { findCurrentNotice } from '../notices/read-notice.ts'
import { type Actor, systemActor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { sealText } from '../platform/sealing.ts'
import { addRecord } from '../records/add-record.ts'
import type { DemoPerson } from './people.ts'
import { demoRecords } from './records.ts'
import { collectedAmong } from './repository.ts'

/** A person who has registered and entered two certificates. */
export async function registerDemoPerson(ctx: Context, { card, mobile }: DemoPerson): Promise<void> {
  const identity = identityOf(ctx.keys, card.number)
  const [person] = await collectedAmong(ctx.db, identity.kind, [identity.index])
  if (!person) throw new Error('a demo person is registered before the card was read')
  const { personId } = person
  const actor = { ...systemActor(), role: 'practitioner' as const, id: personId }
  if (!(await bindPhone(ctx, actor, personId, mobile))) return
  const notice = await findCurrentNotice(ctx)
  if (notice) await acknowledgeNotice(ctx, actor, personId, notice.version)
  for (const record of demoRecords) await addRecord(ctx, actor, personId, record)
}

/** What the last step of a registration leaves behind: the demo has nobody who could read the code and type it. */
function bindPhone(ctx: Context, actor: Actor, personId: string, mobile: string): Promise<boolean> {
  const { digits, keyId, index } = mobileOf(ctx.keys, mobile)
  return withActor(ctx, actor, async (tx) => {
    const sealed = sealText(ctx.keys, mobilePlace('phone_binding', personId), digits)
    // Somebody who tries the demo may have taken this phone for another person: theirs it stays.
    if ((await insertBinding(tx, { personId, keyId, index, mobile: sealed })) !== 'bound') return false
    await markFirstBinding(tx, personId)
    await recordAudit(ctx, tx, actor, {
      act: 'phone.bound',
      personId,
      timeline: { reason: 'registration' },
    })
    return true
  })
}
