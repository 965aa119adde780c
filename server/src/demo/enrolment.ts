import { issueEnrolmentCode } from '../offices/issue-enrolment-code.ts'
import { findWindowByCode } from '../offices/repository.ts'
import { systemActor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { demoStaffAccounts } from './staff.ts'

/** A code for the demo's own bridge, at the window of the first demo clerk. */
export async function issueDemoEnrolmentCode(ctx: Context): Promise<string> {
  const window = await findWindowByCode(ctx.db, demoStaffAccounts[0].windowCode)
  if (!window) throw new Error('the demo is not seeded')
  const { code } = await issueEnrolmentCode(ctx, systemActor(), window.windowId)
  return code
}
