import type { CardFacts } from '@zhuji/domain/card-facts.ts'
import type { PhoneChangeGround, WantedNumber } from '@zhuji/domain/phone-change.ts'
import { mobilePlace } from '../accounts/messages-repository.ts'
import type { Mobile } from '../accounts/mobile.ts'
import { openCard } from '../card-reads/sealed-card.ts'
import type { Actor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/database.ts'
import { notFound } from '../platform/refused-error.ts'
import { unsealText } from '../platform/sealing.ts'
import { type FoundChange, findChange } from './repository.ts'

/** A change as it stands, opened. */
export interface OpenedChange {
  found: FoundChange
  card: CardFacts | null
  ground: PhoneChangeGround
}

/** The clerk's own change at their window; anybody else's is not there. */
export async function openChange(
  ctx: Context,
  tx: Tx,
  clerk: Actor,
  id: string,
  wanted: Mobile | null,
): Promise<OpenedChange> {
  const found = await findChange(tx, {
    id,
    windowId: clerk.windowId ?? id,
    clerkId: clerk.id ?? id,
    wanted: wanted?.index ?? null,
  })
  if (!found) throw notFound()
  const { personId } = found
  const card = personId && found.card ? openCard(ctx.keys, personId, found.card) : null
  return { found, card, ground: groundOf(ctx, found, card) }
}

function groundOf(ctx: Context, found: FoundChange, card: CardFacts | null): PhoneChangeGround {
  const { personId, oldMobile } = found
  return {
    windowId: found.windowId,
    now: found.now.getTime(),
    expiresAt: found.expiresAt.getTime(),
    done: found.completedAt !== null,
    read: readOf(found),
    card,
    today: ctx.today(),
    oldMobile:
      personId && oldMobile ? unsealText(ctx.keys, mobilePlace('phone_binding', personId), oldMobile) : null,
    lost: found.lost,
  }
}

function readOf({ readWindowId, readAt, live, presentedBy }: FoundChange): PhoneChangeGround['read'] {
  if (!readWindowId || !readAt || !presentedBy) return null
  return { live: live === true, windowId: readWindowId, readAt: readAt.getTime(), presentedBy }
}

export const wantedOf = ({ heldSince, codeAskedAt }: FoundChange, mobile: Mobile): WantedNumber => ({
  mobile: mobile.digits,
  heldSince: heldSince?.getTime() ?? null,
  codeAskedAt: codeAskedAt?.getTime() ?? null,
})
