import { sql } from 'kysely'
import type { Tx } from '../platform/database.ts'

/** A solved captcha opens its form for longer than it could be answered. */
export async function deleteExpired(tx: Tx): Promise<void> {
  await sql`
    with captchas as (delete from captcha where expires_at < clock_timestamp() - interval '20 minutes'),
         attempts as (delete from registration_attempt where expires_at < clock_timestamp()),
         sessions as (delete from session where expires_at < clock_timestamp()),
         messages as (delete from sms_message where created_at < clock_timestamp() - interval '7 days')
    delete from sms_code where expires_at < clock_timestamp() - interval '7 days'
  `.execute(tx)
}
