import type { StaffRole } from '@zhuji/domain/policy.ts'
import { type Actor, withActor } from '../../platform/actor.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { limiter } from '../../platform/limits.ts'
import { RefusedError } from '../../platform/refused-error.ts'
import { endSession, openSession } from '../../platform/sessions.ts'
import { isPassword } from './password.ts'
import { type FoundStaff, findStaff, lockSecondFactor, useStep } from './repository.ts'
import { openSecondFactorOf, stepOfCode } from './second-factor.ts'

export interface StaffCredentials {
  account: string
  password: string
  otp: string
}

const wrongTries = { points: 5, seconds: 900, blockSeconds: 900 }

/**
 * Signs staff in with account, password and second factor (R3.9). One verdict for everything that may be wrong, with
 * the same statements, hash and code check, so that time does not tell a right password or a real account either; five wrong tries of one account from one origin
 * lock it for 15 minutes. `giveToken` is called once it is sure, and gives the new session's hash.
 */
export async function staffSignIn(
  ctx: Context,
  caller: Actor,
  credentials: StaffCredentials,
  giveToken: () => Buffer,
): Promise<{ role: StaffRole }> {
  const tries = limiter(ctx, 'staff-sign-in', wrongTries)
  const tried = JSON.stringify([credentials.account, caller.origin])
  await tries.consume(tried)

  const staff = await findStaff(ctx.db, credentials.account)
  const right = await isPassword(staff?.passwordHash, credentials.password)
  const signedIn = await withActor(ctx, caller, async (tx) => {
    const step = await unusedStep(ctx, tx, staff, credentials.otp)
    const actor = right && staff && step !== null ? await useCode(tx, caller, staff, step) : null
    if (actor && staff) await changeSession(ctx, tx, { caller, actor, staff, tokenHash: giveToken() })
    else await auditFailure(ctx, tx, caller, staff)
    return actor !== null
  })
  // Thrown after the commit, so that the failed try's audit entry stays.
  if (!signedIn || !staff) throw new RefusedError(401, { code: 'staff-sign-in-failed' })
  await tries.reset(tried)
  return { role: staff.role as StaffRole }
}

/** The step of a right code that was not used yet, of an active account; null otherwise. */
async function unusedStep(
  ctx: Context,
  tx: Tx,
  staff: FoundStaff | undefined,
  otp: string,
): Promise<number | null> {
  const locked = await lockSecondFactor(tx, staff?.id ?? newId())
  const now = locked?.now ?? new Date()
  const step = stepOfCode(openSecondFactorOf(ctx.keys, staff), otp, now.getTime())
  if (locked?.status !== 'active' || step === null || step <= Number(locked.usedStep)) return null
  return step
}

/** Gives the actor that the account is. */
async function useCode(tx: Tx, caller: Actor, staff: FoundStaff, step: number): Promise<Actor> {
  await useStep(tx, staff.id, step)
  return {
    ...caller,
    role: staff.role as StaffRole,
    id: staff.id,
    officeId: staff.departmentId,
    officeName: staff.departmentName,
    windowId: staff.windowId,
  }
}

async function changeSession(
  ctx: Context,
  tx: Tx,
  change: { caller: Actor; actor: Actor; staff: FoundStaff; tokenHash: Buffer },
): Promise<void> {
  const { caller, actor, staff, tokenHash } = change
  if (caller.session) await endSession(tx, caller.session)
  await openSession(tx, {
    tokenHash,
    role: staff.role as StaffRole,
    staffId: staff.id,
    windowId: staff.windowId,
    departmentId: staff.departmentId,
  })
  await recordAudit(ctx, tx, actor, { act: 'staff-sign-in', object: { kind: 'staff-account', id: staff.id } })
}

function auditFailure(ctx: Context, tx: Tx, caller: Actor, staff: FoundStaff | undefined): Promise<string> {
  return recordAudit(ctx, tx, caller, {
    act: 'staff-sign-in-failed',
    ...(staff && { object: { kind: 'staff-account', id: staff.id } }),
  })
}
