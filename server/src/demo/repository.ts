import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { Db, Tx } from '../platform/database.ts'

const seeding = 7_281_652

/** Servers that start at once seed one after the other; at start the pool has connections to spare for this one. */
export async function seedAlone(pool: Context['pool'], work: () => Promise<void>): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [seeding])
    await work()
  } finally {
    await client.query('select pg_advisory_unlock($1)', [seeding])
    client.release()
  }
}

export async function findInstallation(tx: Tx): Promise<{ demo: boolean | null; hasRows: boolean }> {
  const { rows } = await sql<{ demo: boolean | null; hasRows: boolean }>`
    select (select demo from installation) as demo,
           exists (select from department) or exists (select from staff_account)
             or exists (select from person) or exists (select from audit_entry) as "hasRows"`.execute(tx)
  return rows[0] as { demo: boolean | null; hasRows: boolean }
}

export async function markDemo(tx: Tx): Promise<void> {
  await tx.insertInto('installation').values({ demo: true }).execute()
}

export interface Collected {
  index: Buffer
  personId: string
  registered: boolean
}

/** Whose cards were read, by the blind index of their number. */
export function collectedAmong(db: Db, kind: string, indexes: readonly Buffer[]): Promise<Collected[]> {
  return db
    .selectFrom('person_key')
    .innerJoin('person', 'person.person_id', 'person_key.person_id')
    .leftJoin('phone_binding', 'phone_binding.person_id', 'person.person_id')
    .select([
      'person_key.blind_index as index',
      'person.person_id as personId',
      sql<boolean>`phone_binding.person_id is not null`.as('registered'),
    ])
    .where('person_key.kind', '=', kind)
    .where('person_key.blind_index', 'in', indexes)
    .execute()
}

export interface DemoAccount {
  account: string
  /** The last second-factor step that was used. */
  usedStep: string
  /** Empty for who works at no window. */
  office: string
}

export function accountsAmong(db: Db, accounts: readonly string[]): Promise<DemoAccount[]> {
  return db
    .selectFrom('staff_account')
    .leftJoin('service_window', 'service_window.id', 'staff_account.window_id')
    .select([
      'staff_account.account',
      'staff_account.second_factor_step as usedStep',
      sql<string>`coalesce(service_window.name, '')`.as('office'),
    ])
    .where('staff_account.account', 'in', accounts)
    .execute()
}
