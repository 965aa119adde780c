import type { ConsentView } from '@zhuji/contract/notices.ts'
import { consentStands, type OptionalUse, optionalUses } from '@zhuji/domain/consent.ts'
import type { Actor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { type Agreements, findAgreements, type KeptConsent } from './repository.ts'

export interface OwnAgreements {
  acknowledged: Agreements['acknowledged']
  consents: ConsentView[]
}

/** What the person acknowledged, and how each optional use stands (R12.5). */
export async function readConsents(ctx: Context, actor: Actor, personId: string): Promise<OwnAgreements> {
  const { acknowledged, consents } = await findAgreements(ctx.db, actor, personId)
  const newest = new Map(consents.map((consent) => [consent.use, consent]))
  return { acknowledged, consents: optionalUses.map((use) => viewOf(use, newest.get(use))) }
}

const viewOf = (use: OptionalUse, newest: KeptConsent | undefined): ConsentView => ({
  use,
  stands: consentStands(use, newest ?? null),
  decidedAt: newest?.at ?? null,
})
