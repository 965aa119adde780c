import type { ConsentView } from '@zhuji/contract/notices.ts'
import { consentStands, type OptionalUse, optionalUseTerms } from '@zhuji/domain/consent.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { conflict } from '../platform/refused-error.ts'
import { findNewestConsent, insertConsentEvent } from './repository.ts'

interface Deciding {
  personId: string
  use: OptionalUse
  given: boolean
}

/** Consent to the wording that was on the screen; to another it would be none (R12.5). */
export function giveConsent(
  ctx: Context,
  actor: Actor,
  personId: string,
  { use, wording }: { use: OptionalUse; wording: number },
): Promise<ConsentView> {
  if (wording !== optionalUseTerms[use].wording) throw conflict({ code: 'consent-wording-changed' })
  return decide(ctx, actor, { personId, use, given: true })
}

/** 撤回: at once, also for what waits to be sent (R12.5). */
export const withdrawConsent = (
  ctx: Context,
  actor: Actor,
  personId: string,
  use: OptionalUse,
): Promise<ConsentView> => decide(ctx, actor, { personId, use, given: false })

function decide(ctx: Context, actor: Actor, { personId, use, given }: Deciding): Promise<ConsentView> {
  return withActor(ctx, actor, async (tx) => {
    const newest = await findNewestConsent(tx, personId, use)
    if (consentStands(use, newest) === given)
      return { use, stands: given, decidedAt: newest?.at.toISOString() ?? null }

    const { wording } = optionalUseTerms[use]
    const at = await insertConsentEvent(tx, { personId, id: newId(), use, wording, given })
    await recordAudit(ctx, tx, actor, {
      act: given ? 'consent.given' : 'consent.withdrawn',
      personId,
      details: { use, wording },
    })
    return { use, stands: given, decidedAt: at.toISOString() }
  })
}
