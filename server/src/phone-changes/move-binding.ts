import { maskMobileShort } from '@zhuji/domain/masking.ts'
import { voidCodes } from '../accounts/codes/repository.ts'
import { mobilePlace } from '../accounts/messages-repository.ts'
import type { Mobile } from '../accounts/mobile.ts'
import { insertBinding } from '../accounts/registration/repository.ts'
import { sendMessage, sendTexts } from '../accounts/send-message.ts'
import type { Actor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/database.ts'
import { conflict } from '../platform/refused-error.ts'
import { sealText } from '../platform/sealing.ts'
import { endSessionsOfPerson } from '../platform/sessions.ts'
import type { OpenedChange } from './change.ts'
import {
  forgetLostBindings,
  keepLostBinding,
  markCompleted,
  markConfirmed,
  releaseBindings,
} from './repository.ts'

interface Move {
  change: OpenedChange
  personId: string
  mobile: Mobile
}

/** Moves the binding and tells everybody whom it concerns; gives when (R3.7, R3.8). */
export async function moveBinding(ctx: Context, tx: Tx, clerk: Actor, move: Move): Promise<Date> {
  const { change, personId, mobile } = move
  await releaseBindings(tx, personId, mobile.index)
  await bind(ctx, tx, personId, mobile)
  if (change.found.holderId) await endFormerHolder(ctx, tx, clerk, change.found.holderId, mobile)
  await forgetLostBindings(tx, personId)
  await markConfirmed(tx, personId)
  await lockOut(tx, personId)
  await tellBothNumbers(ctx, tx, personId, change.ground.oldMobile, mobile)
  await recordAudit(ctx, tx, clerk, {
    act: 'phone.changed',
    personId,
    object: { kind: 'phone-change', id: change.found.id },
    details: { readId: change.found.readId, takenFromHolder: change.found.holderId !== null },
    timeline: { reason: 'phone-change' },
  })
  return markCompleted(tx, change.found.id)
}

async function bind(ctx: Context, tx: Tx, personId: string, { keyId, index, digits }: Mobile): Promise<void> {
  const mobile = sealText(ctx.keys, mobilePlace('phone_binding', personId), digits)
  const outcome = await insertBinding(tx, { personId, keyId, index, mobile })
  // Somebody who registered at this moment was faster.
  if (outcome !== 'bound') throw conflict({ code: 'phone-change-overtaken' })
}

/** No password and no session outlives the number that they were given to. */
async function lockOut(tx: Tx, personId: string): Promise<void> {
  await voidCodes(tx, personId, 'sign-in')
  await endSessionsOfPerson(tx, personId)
}

/** The only number we know of the former holder is the one that is another's now: nothing is sent (R3.7). */
async function endFormerHolder(
  ctx: Context,
  tx: Tx,
  clerk: Actor,
  holderId: string,
  mobile: Mobile,
): Promise<void> {
  await keepLostBinding(tx, holderId, mobile.index)
  await lockOut(tx, holderId)
  await recordAudit(ctx, tx, clerk, {
    act: 'phone.binding-lost',
    personId: holderId,
    timeline: { reason: 'number-has-new-holder' },
  })
}

async function tellBothNumbers(
  ctx: Context,
  tx: Tx,
  personId: string,
  oldMobile: string | null,
  { digits }: Mobile,
): Promise<void> {
  if (oldMobile !== null)
    await sendTexts(ctx, tx, [
      {
        personId,
        mobile: oldMobile,
        template: 'phone-changed-away',
        facts: { newMobile: maskMobileShort(digits) },
      },
    ])
  await sendMessage(ctx, tx, personId, 'phone-changed-here')
}
