import type { StaffRole } from '@zhuji/domain/policy.ts'
import { findWindowByCode } from '../../offices/repository.ts'
import { type Actor, withActor } from '../../platform/actor.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { conflict, unprocessable } from '../../platform/refused-error.ts'
import { hashPassword } from './password.ts'
import { insertStaff } from './repository.ts'
import { newSecondFactor, sealSecondFactor, secondFactorUri } from './second-factor.ts'

export interface NewStaff {
  account: string
  displayName: string
  role: StaffRole
  /** Clerks work at a window; null for the other roles where they have none. */
  windowCode: string | null
  password: string
  /** Base32; a new one is made when it is left out. */
  secondFactor?: string
}

const shortestPassword = 12

/** Makes a staff account (R3.9); gives what its holder's authenticator app scans. */
export async function createStaff(
  ctx: Context,
  actor: Actor,
  staff: NewStaff,
): Promise<{ staffId: string; otpUri: string }> {
  if (staff.password.length < shortestPassword)
    throw unprocessable({ code: 'password-too-short', shortest: shortestPassword } as { code: string })
  const staffId = newId()
  const secret = staff.secondFactor ?? newSecondFactor()
  const passwordHash = await hashPassword(staff.password)
  await withActor(ctx, actor, async (tx) => {
    const window = staff.windowCode ? await findWindowByCode(tx, staff.windowCode) : undefined
    if (!window && (staff.role === 'clerk' || staff.windowCode)) throw unprocessable({ code: 'no-window' })
    const created = await insertStaff(tx, {
      id: staffId,
      account: staff.account,
      display_name: staff.displayName,
      role: staff.role,
      department_id: window?.departmentId ?? null,
      window_id: window?.windowId ?? null,
      password_hash: passwordHash,
      second_factor: sealSecondFactor(ctx.keys, staffId, secret),
    })
    if (!created) throw conflict({ code: 'account-taken' })
    await recordAudit(ctx, tx, actor, {
      act: 'create-staff',
      object: { kind: 'staff-account', id: staffId },
      details: { role: staff.role },
    })
  })
  return { staffId, otpUri: secondFactorUri(secret, staff.account) }
}
