import type { PhoneChangeView } from '@zhuji/contract/phone-changes.ts'
import type { CardFacts } from '@zhuji/domain/card-facts.ts'
import { maskedValue, type PersonalField } from '@zhuji/domain/masking-table.ts'
import { decidePhoneChangeGround } from '@zhuji/domain/phone-change.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { conflict } from '../platform/refused-error.ts'
import { type OpenedChange, openChange } from './change.ts'

/** Whether the card was read; from then on whose it is, masked by the table, and why the read cannot serve (R12.2). */
export function viewChange(ctx: Context, clerk: Actor, id: string): Promise<PhoneChangeView> {
  return withActor(ctx, clerk, async (tx) => {
    const change = await openChange(ctx, tx, clerk, id, null)
    const decision = decidePhoneChangeGround(change.ground)
    const code = decision.granted ? null : decision.refusal.code
    if (code === 'phone-change-done' || code === 'phone-change-over') throw conflict({ code })
    const expiresAt = change.found.expiresAt.toISOString()
    const { personId } = change.found
    if (!change.card || !personId) return { state: 'waiting-for-card', expiresAt }
    await recordAudit(ctx, tx, clerk, {
      act: 'phone-change.seen',
      personId,
      object: { kind: 'phone-change', id },
      details: { refusal: code },
      timeline: { reason: 'phone-change' },
    })
    const refusal = decision.granted ? null : decision.refusal
    return { state: 'card-read', expiresAt, ...shownPerson(change, change.card), refusal }
  })
}

const asShown = (field: PersonalField, value: string): string =>
  maskedValue('clerk', field, 'phone-change', value) ?? ''

const shownPerson = ({ found, ground }: OpenedChange, card: CardFacts) => ({
  name: asShown('name', card.name),
  number: asShown('number', card.number),
  oldMobile: ground.oldMobile === null ? null : asShown('mobile', ground.oldMobile),
  bindingLost: ground.oldMobile === null && ground.lost,
  flags: found.flags ?? [],
  bindingToConfirm: found.bindingToConfirm === true && ground.oldMobile !== null,
})
