import type { FilledSection } from '@zhuji/domain/profile-completeness.ts'
import { sql } from 'kysely'
import type { Tx } from '../platform/database.ts'

/** With the profile's version in the same statement; false when it was declared before. */
export async function writeAbsence(tx: Tx, personId: string, section: FilledSection): Promise<boolean> {
  const { rows } = await sql<{ changed: boolean }>`
    with written as (
      insert into section_absence (person_id, section) values (${personId}, ${section})
      on conflict (person_id, section) do nothing returning 1),
    profile as (
      update person set profile_version = profile_version + 1
       where person_id = ${personId} and exists (select from written))
    select exists (select from written) as changed`.execute(tx)
  return rows[0]?.changed ?? false
}

export async function removeAbsence(tx: Tx, personId: string, section: FilledSection): Promise<boolean> {
  const { rows } = await sql<{ changed: boolean }>`
    with removed as (
      delete from section_absence where person_id = ${personId} and section = ${section} returning 1),
    profile as (
      update person set profile_version = profile_version + 1
       where person_id = ${personId} and exists (select from removed))
    select exists (select from removed) as changed`.execute(tx)
  return rows[0]?.changed ?? false
}
