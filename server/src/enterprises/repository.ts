import type { EmploymentFacts, KeptEmployment } from '@zhuji/domain/employments.ts'
import { sql } from 'kysely'
import type { Tx } from '../platform/database.ts'

export interface FedEnterprise {
  id: string
  creditCode: string
  name: string
  kind: string | null
  district: string | null
}

/** Master rows by credit code; what a correction replaces is kept (R11.4). */
export async function keepEnterprises(
  tx: Tx,
  batchId: string,
  enterprises: readonly FedEnterprise[],
): Promise<void> {
  await sql`
    insert into enterprise as e (id, credit_code, name, kind, district, batch_id)
    select id, "creditCode", name, kind, district, ${batchId}
      from jsonb_to_recordset(${JSON.stringify(enterprises)}::jsonb)
        as l (id uuid, "creditCode" text, name text, kind text, district text) order by "creditCode"
    on conflict (credit_code) do update set
      name = excluded.name, kind = excluded.kind, district = excluded.district, batch_id = excluded.batch_id
    where (e.name, e.kind, e.district) is distinct from (excluded.name, excluded.kind, excluded.district)`.execute(
    tx,
  )
}

/** The enterprises of these credit codes, as far as there are any. */
export async function findEnterprises(tx: Tx, creditCodes: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('enterprise')
    .select(['id', 'credit_code'])
    .where('credit_code', '=', sql<string>`any(${creditCodes}::text[])`)
    .execute()
  return new Map(rows.map(({ id, credit_code }) => [credit_code, id]))
}

interface LinkKey {
  personId: string
  sourceKey: string
}
export type LinkRow = LinkKey & KeptEmployment & { id: string }

/** Every link of these source keys, the newest last; none of them ends meanwhile by another's hand (R6.10). */
export async function lockLinks(tx: Tx, keys: readonly LinkKey[]): Promise<LinkRow[]> {
  const { rows } = await sql<LinkRow>`
    select e.id, e.person_id as "personId", e.source_key as "sourceKey", e.enterprise_id as "enterpriseId", e.duty,
           e.supports, e.from_date as "from", e.ended_by as "endedBy"
      from employment e
      join jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as l ("personId" uuid, "sourceKey" text)
        on l."personId" = e.person_id and l."sourceKey" = e.source_key
     order by e.person_id, e.created_at, e.id
       for update of e -- lock: fed-employments
    `.execute(tx)
  return rows
}

export async function endLinks(
  tx: Tx,
  batchId: string,
  links: readonly { personId: string; id: string }[],
): Promise<void> {
  await sql`
    update employment e set ended_by = 'feed', ended_batch_id = ${batchId}
      from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as l ("personId" uuid, id uuid)
     where e.person_id = l."personId" and e.id = l.id`.execute(tx)
}

export type NewLink = LinkKey & EmploymentFacts & { id: string }

export async function addLinks(tx: Tx, batchId: string, links: readonly NewLink[]): Promise<void> {
  await sql`
    insert into employment (person_id, id, enterprise_id, duty, supports, from_date, source_key, batch_id)
    select "personId", id, "enterpriseId", duty, supports, "from", "sourceKey", ${batchId}
      from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as l ("personId" uuid, id uuid,
        "enterpriseId" uuid, duty text, supports text, "from" date, "sourceKey" text)`.execute(tx)
}

/** Locks the link until the transaction ends: who uses or ends it comes one after the other. False when there is none. */
export async function lockEmployment(tx: Tx, personId: string, employmentId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('employment')
    .select('id')
    .where('person_id', '=', personId)
    .where('id', '=', employmentId)
    .forUpdate() // lock: employment
    .executeTakeFirst()
  return row !== undefined
}

/** How the link stands; read after its lock, it also sees the uses that were committed while waiting for it. */
export async function findEmployment(
  tx: Tx,
  personId: string,
  employmentId: string,
): Promise<{ ended: boolean; openUse: string | null; enterpriseId: string }> {
  const { rows } = await sql<{ ended: boolean; openUse: string | null; enterpriseId: string }>`
    select e.ended_at is not null as ended, e.enterprise_id as "enterpriseId",
           (select u.application_number from employment_use u
             where u.person_id = e.person_id and u.employment_id = e.id and u.open
             order by u.application_number limit 1) as "openUse"
      from employment e where e.person_id = ${personId} and e.id = ${employmentId}`.execute(tx)
  return rows[0] as (typeof rows)[number]
}

export async function endByPractitioner(tx: Tx, personId: string, employmentId: string): Promise<Date> {
  const row = await tx
    .updateTable('employment')
    .set({ ended_by: 'practitioner' })
    .where('person_id', '=', personId)
    .where('id', '=', employmentId)
    .returning('ended_at')
    .executeTakeFirstOrThrow()
  return row.ended_at as Date
}
