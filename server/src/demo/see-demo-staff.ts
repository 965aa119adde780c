import type { demoStaff } from '@zhuji/contract/demo.ts'
import type { Answered } from '@zhuji/contract/route.ts'
import { nextUnusedCode } from '../accounts/staff/second-factor.ts'
import type { Context } from '../platform/context.ts'
import { accountsAmong } from './repository.ts'
import { demoStaffAccounts } from './staff.ts'

type DemoStaffView = Answered<typeof demoStaff>['staff'][number]

/** The demo's accounts, each with a code that has not been used yet. */
export async function seeDemoStaff(ctx: Context): Promise<DemoStaffView[]> {
  const names = demoStaffAccounts.map(({ account }) => account)
  const known = new Map((await accountsAmong(ctx.db, names)).map((row) => [row.account, row]))
  return demoStaffAccounts.map(({ account, password, role, secondFactor }) => {
    const row = known.get(account)
    const { code, endsAt } = nextUnusedCode(secondFactor, Number(row?.usedStep ?? 0), Date.now())
    return { account, password, otp: code, otpEndsAt: endsAt.toISOString(), role, office: row?.office ?? '' }
  })
}
