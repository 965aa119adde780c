import type { Role } from '@zhuji/domain/policy.ts'
import { sql } from 'kysely'
import type { Context } from './context.ts'
import type { Db, Tx } from './database.ts'

/** Rest after which a session ends, and its longest life, in minutes (R3.9). */
export const sessionLife = {
  practitioner: { rest: 120, whole: 24 * 60 },
  staff: { rest: 30, whole: 12 * 60 },
} as const

export interface SessionRow {
  role: Exclude<Role, 'anonymous' | 'bridge' | 'system'>
  personId: string | null
  staffId: string | null
  windowId: string | null
  departmentId: string | null
  departmentName: string | null
  /** Of the practitioner's own profile: a request for an unchanged one is answered from it. */
  profileVersion: string | null
}

/**
 * The one statement that a signed-in request adds: session, office and profile version together. Of staff whose
 * account is not active no session counts, however young it is (R3.9).
 */
export async function findSession(db: Db, tokenHash: Buffer): Promise<SessionRow | undefined> {
  const { rows } = await sql<SessionRow & { stale: boolean }>`
    select s.role, s.person_id as "personId", s.staff_id as "staffId", s.window_id as "windowId",
           s.department_id as "departmentId", d.name as "departmentName", p.profile_version as "profileVersion",
           s.seen_at < clock_timestamp() - interval '1 minute' as stale
      from session s
      left join department d on d.id = s.department_id
      left join person p on p.person_id = s.person_id
      left join staff_account a on a.id = s.staff_id
     where s.token_hash = ${tokenHash} and s.expires_at > clock_timestamp()
       and (s.staff_id is null or a.status = 'active')
       and s.seen_at > clock_timestamp() - make_interval(mins => case s.role when 'practitioner' then ${sessionLife.practitioner.rest}::int else ${sessionLife.staff.rest}::int end)
  `.execute(db)
  const row = rows[0]
  if (row?.stale)
    await db
      .updateTable('session')
      .set({ seen_at: sql`clock_timestamp()` })
      .where('token_hash', '=', tokenHash)
      .execute()
  return row
}

export interface NewSession {
  tokenHash: Buffer
  role: SessionRow['role']
  personId?: string
  staffId?: string
  windowId?: string | null
  departmentId?: string | null
}

export async function openSession(tx: Tx, session: NewSession): Promise<void> {
  const life = session.role === 'practitioner' ? sessionLife.practitioner : sessionLife.staff
  await tx
    .insertInto('session')
    .values({
      token_hash: session.tokenHash,
      role: session.role,
      person_id: session.personId ?? null,
      staff_id: session.staffId ?? null,
      window_id: session.windowId ?? null,
      department_id: session.departmentId ?? null,
      expires_at: sql`clock_timestamp() + make_interval(mins => ${life.whole}::int)`,
    })
    .execute()
}

export async function endSession(db: Db | Tx, tokenHash: Buffer): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute()
}

/** Every session of a person ends, as when the phone changes; all but one when the password is voided from that one. */
export async function endSessionsOfPerson(tx: Tx, personId: string, except?: Buffer | null): Promise<void> {
  await tx
    .deleteFrom('session')
    .where('person_id', '=', personId)
    .where('token_hash', '<>', except ?? Buffer.alloc(0))
    .execute()
}

/** The anonymous visitor's part of a context, for limits that count origins without keeping them. */
export function originKey(ctx: Context, ip: string): string {
  return ctx.keys.mac('origin', ip).toString('base64url').slice(0, 22)
}
