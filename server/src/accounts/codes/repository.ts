import { type CodePurpose, codeMinutes } from '@zhuji/domain/dynamic-password.ts'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { KeyRing } from '../../platform/keys.ts'
import { sealText, unsealText } from '../../platform/sealing.ts'
import { mobilePlace } from '../messages-repository.ts'
import type { Mobile } from '../mobile.ts'

export interface NewCode {
  personId: string
  codeId: string
  purpose: CodePurpose
  mobile: string
  mobileIndex: Buffer
  browser: Buffer
  /** False writes nothing, with the same statements (R3.3). */
  goesOut: boolean
}

/** The new code replaces the earlier ones of its purpose (R3.4). */
export async function insertCode(keys: KeyRing, tx: Tx, code: NewCode): Promise<void> {
  const mobile = sealText(keys, mobilePlace('sms_code', code.personId), code.mobile)
  await sql`
    update sms_code set voided_at = clock_timestamp()
     where person_id = ${code.personId} and purpose = ${code.purpose} and voided_at is null and ${code.goesOut}
  `.execute(tx)
  await sql`
    insert into sms_code (person_id, id, purpose, mobile_index, mobile, browser_hash, expires_at)
    select ${code.personId}::uuid, ${code.codeId}::uuid, ${code.purpose}, ${code.mobileIndex}::bytea, ${mobile}::bytea,
           ${code.browser}::bytea, clock_timestamp() + make_interval(mins => ${codeMinutes[code.purpose]}::int)
     where ${code.goesOut}
  `.execute(tx)
}

export interface LockedCode {
  codeId: string
  live: boolean
  wrongTries: number
  usedBy: Buffer | null
}

/** The newest code of a purpose for this phone, locked: of many tries at once each counts (R3.4, R6.10). */
export async function lockNewestCode(
  tx: Tx,
  of: { personId: string; purpose: CodePurpose; mobileIndex: Buffer },
): Promise<LockedCode | undefined> {
  const { rows } = await sql<LockedCode>`
    select id as "codeId", wrong_tries as "wrongTries", used_by as "usedBy",
           voided_at is null and expires_at > clock_timestamp() as live
      from sms_code
     where person_id = ${of.personId} and purpose = ${of.purpose} and mobile_index = ${of.mobileIndex}
     order by created_at desc, id desc limit 1
       for update -- lock: sms-code
  `.execute(tx)
  return rows[0]
}

/** What a try did to a code; for an id that no code has it changes nothing, with the same statement. */
export async function saveTry(
  tx: Tx,
  done: { personId: string; codeId: string; wrongTries: number; usedBy: Buffer | null },
): Promise<void> {
  await sql`
    update sms_code
       set wrong_tries = ${done.wrongTries},
           used_at = case when ${done.usedBy}::bytea is null then used_at else coalesce(used_at, clock_timestamp()) end,
           used_by = coalesce(used_by, ${done.usedBy}::bytea)
     where person_id = ${done.personId} and id = ${done.codeId}
  `.execute(tx)
}

/** The number that is bound to a person now, and its index as the binding has it. */
export async function findBoundMobile(keys: KeyRing, tx: Tx, personId: string): Promise<Mobile | undefined> {
  const row = await tx
    .selectFrom('phone_binding')
    .select(['key_id', 'blind_index', 'mobile'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!row) return undefined
  const digits = unsealText(keys, mobilePlace('phone_binding', personId), row.mobile)
  return { digits, keyId: row.key_id, index: row.blind_index }
}

export async function voidCodes(tx: Tx, personId: string, purpose: CodePurpose): Promise<void> {
  await tx
    .updateTable('sms_code')
    .set({ voided_at: sql`clock_timestamp()` })
    .where('person_id', '=', personId)
    .where('purpose', '=', purpose)
    .where('voided_at', 'is', null)
    .execute()
}

/** The code to send; undefined once it was sent, replaced, voided or is over. */
export async function findUnsentCode(
  keys: KeyRing,
  tx: Tx,
  personId: string,
  codeId: string,
): Promise<{ purpose: CodePurpose; mobile: string } | undefined> {
  const row = await tx
    .selectFrom('sms_code')
    .select(['purpose', 'mobile'])
    .where('person_id', '=', personId)
    .where('id', '=', codeId)
    .where('sent_at', 'is', null)
    .where('voided_at', 'is', null)
    .where('expires_at', '>', sql<Date>`clock_timestamp()`)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    purpose: row.purpose as CodePurpose,
    mobile: unsealText(keys, mobilePlace('sms_code', personId), row.mobile),
  }
}

export async function markCodeSent(tx: Tx, personId: string, codeId: string): Promise<void> {
  await tx
    .updateTable('sms_code')
    .set({ sent_at: sql`clock_timestamp()` })
    .where('person_id', '=', personId)
    .where('id', '=', codeId)
    .execute()
}
