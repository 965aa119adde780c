import type { Insertable } from 'kysely'
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database.ts'
import type { StaffAccount } from '../../platform/tables.ts'

export function findStaff(db: Db, account: string) {
  return db
    .selectFrom('staff_account')
    .leftJoin('department', 'department.id', 'staff_account.department_id')
    .select([
      'staff_account.id',
      'staff_account.role',
      'staff_account.status',
      'staff_account.department_id as departmentId',
      'department.name as departmentName',
      'staff_account.window_id as windowId',
      'staff_account.password_hash as passwordHash',
      'staff_account.second_factor as secondFactor',
    ])
    .where('staff_account.account', '=', account)
    .executeTakeFirst()
}
export type FoundStaff = NonNullable<Awaited<ReturnType<typeof findStaff>>>

/** Locks the account, if there is one: of two sign-ins with one code the second sees that its step is used. */
export function lockSecondFactor(tx: Tx, staffId: string) {
  return tx
    .selectFrom('staff_account')
    .select(['status', 'second_factor_step as usedStep', sql<Date>`clock_timestamp()`.as('now')])
    .where('id', '=', staffId)
    .forNoKeyUpdate() // lock: second-factor
    .executeTakeFirst()
}

export async function useStep(tx: Tx, staffId: string, step: number): Promise<void> {
  await tx
    .updateTable('staff_account')
    .set({ second_factor_step: String(step) })
    .where('id', '=', staffId)
    .execute()
}

/** Gives false when the account's name is taken. */
export async function insertStaff(tx: Tx, staff: Insertable<StaffAccount>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('staff_account')
    .values(staff)
    .onConflict((conflict) => conflict.column('account').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
