import { sql } from 'kysely'
import { unreadMessages } from '../../messages/repository.ts'
import { unacknowledgedNotice } from '../../notices/repository.ts'
import type { Tx } from '../../platform/database.ts'

export interface Account {
  personId: string
  /** This browser has signed the person in before. */
  knownBrowser: boolean
}

/** Number and phone as typed, by their indexes, and the browser in which they were typed. */
export interface SignInKey {
  kind: string
  numberIndex: Buffer
  mobileIndex: Buffer
  browser: Buffer
}

/** The person to whom number and phone both belong; one statement, whatever it finds (R3.3). */
export async function findAccount(tx: Tx, of: SignInKey): Promise<Account | undefined> {
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

/**
 * Did this person lose this very number to its new holder (R3.7)? Told only in a browser that has signed the person
 * in before: to any other the answer is the one for strangers. One statement, whatever it finds (R3.3).
 */
export async function isBindingLost(tx: Tx, of: SignInKey): Promise<boolean> {
  const { rows } = await sql<{ lost: boolean }>`
    select exists (
      select from person_key k
        join lost_binding l on l.person_id = k.person_id and l.blind_index = ${of.mobileIndex}
        join known_browser n on n.person_id = k.person_id and n.browser_hash = ${of.browser}
       where k.kind = ${of.kind} and k.blind_index = ${of.numberIndex}
         and not exists (select from phone_binding b where b.person_id = k.person_id)) as lost
  `.execute(tx)
  return rows[0]?.lost ?? false
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
  noticeToAcknowledge: number | null
  unreadMessages: number
}

export async function findPractitioner(
  tx: Tx,
  personId: string,
  today: string,
): Promise<PractitionerView | undefined> {
  return tx
    .selectFrom('person')
    .select([
      'name',
      'binding_to_confirm as bindingToConfirm',
      unacknowledgedNotice(sql.ref('person.person_id'), today).as('noticeToAcknowledge'),
      unreadMessages(sql.ref('person.person_id')).as('unreadMessages'),
    ])
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
