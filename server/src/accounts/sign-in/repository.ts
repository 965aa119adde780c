import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'

export interface Account {
  personId: string
  /** This browser has signed the person in before. */
  knownBrowser: boolean
}

/** The person to whom number and phone both belong; one statement, whatever it finds (R3.3). */
export async function findAccount(
  tx: Tx,
  of: { kind: string; numberIndex: Buffer; mobileIndex: Buffer; browser: Buffer },
): Promise<Account | undefined> {
  const { rows } = await sql<Account>`
    select b.person_id as "personId",
           exists (select from known_browser n where n.person_id = b.person_id and n.browser_hash = ${of.browser})
             as "knownBrowser"
      from phone_binding b
      join person_key k on k.person_id = b.person_id
     where b.blind_index = ${of.mobileIndex} and k.kind = ${of.kind} and k.blind_index = ${of.numberIndex}
     limit 1
  `.execute(tx)
  return rows[0]
}

export async function rememberBrowser(tx: Tx, personId: string, browser: Buffer): Promise<void> {
  await tx
    .insertInto('known_browser')
    .values({ person_id: personId, browser_hash: browser })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export interface PractitionerView {
  name: string
  bindingToConfirm: boolean
}

export async function findPractitioner(tx: Tx, personId: string): Promise<PractitionerView | undefined> {
  return tx
    .selectFrom('person')
    .select(['name', 'binding_to_confirm as bindingToConfirm'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
}

export interface StaffView {
  displayName: string
  departmentName: string | null
  windowName: string | null
}

export async function findStaff(tx: Tx, staffId: string): Promise<StaffView | undefined> {
  return tx
    .selectFrom('staff_account as s')
    .leftJoin('department as d', 'd.id', 's.department_id')
    .leftJoin('service_window as w', 'w.id', 's.window_id')
    .select(['s.display_name as displayName', 'd.name as departmentName', 'w.name as windowName'])
    .where('s.id', '=', staffId)
    .executeTakeFirst()
}
