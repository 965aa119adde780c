import { randomBytes } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from './actor.ts'
import type { Context } from './context.ts'
import type { Tx } from './database.ts'
import { newId } from './ids.ts'

/** One act, by references and codes only: an entry carries no personal value. */
export interface AuditedAct {
  /** Chosen beforehand where rows written earlier in the transaction point to it. */
  id?: string
  act: string
  personId?: string | null
  object?: { kind: string; id: string; version?: number }
  matter?: string
  details?: Record<string, string | number | boolean | null | readonly string[]>
  /** What was written or shown; only its salted commitment is kept. */
  committed?: unknown
  /** Whose timeline shows it, and why; absent for a person's acts on their own data that need no line. */
  timeline?: { reason: string }
}

/** Takes a Tx, not a Db: an entry that outlives its change, or the reverse, is a lie. Gives the entry's id. */
export async function recordAudit(ctx: Context, tx: Tx, actor: Actor, act: AuditedAct): Promise<string> {
  const entry = entryOf(ctx, actor, act)
  await tx.insertInto('audit_entry').values(entry).execute()
  if (act.timeline && act.personId)
    await recordAccess(tx, actor, entry.id, act, [act.personId], act.timeline.reason)
  return entry.id
}

/**
 * The entry, and its line in the timeline, as parts of the very statement that does what they tell: one for the one
 * row of `source`, whose `person_id` says whom it concerned, null for nobody.
 */
export function auditedIn(
  ctx: Context,
  actor: Actor,
  act: AuditedAct,
  source: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const entry = entryOf(ctx, actor, act)
  const audited = sql`audited as (
    insert into audit_entry (id, role, actor_id, office_id, act, person_id, object_kind, object_id, object_version,
                             matter, details, salt, commitment, request_id)
    select ${entry.id}::uuid, ${entry.role}, ${entry.actor_id}::uuid, ${entry.office_id}::uuid, ${entry.act},
           person_id, ${entry.object_kind}, ${entry.object_id}::uuid, ${entry.object_version}::int, ${entry.matter},
           ${entry.details}::jsonb, ${entry.salt}::bytea, ${entry.commitment}::bytea, ${entry.request_id}
      from ${source})`
  if (!act.timeline) return audited
  return sql`${audited},
    told as (
      insert into access_entry (person_id, id, audit_id, office, role, reason, matter, act)
      select person_id, ${newId()}::uuid, ${entry.id}::uuid, ${actor.officeName}, ${actor.role},
             ${act.timeline.reason}, ${entry.matter}, ${entry.act}
        from ${source} where person_id is not null)`
}

function entryOf(ctx: Context, actor: Actor, act: AuditedAct) {
  const salt = randomBytes(16)
  return {
    id: act.id ?? newId(),
    role: actor.role,
    actor_id: actor.id,
    office_id: actor.officeId,
    act: act.act,
    person_id: act.personId ?? null,
    object_kind: act.object?.kind ?? null,
    object_id: act.object?.id ?? null,
    object_version: act.object?.version ?? null,
    matter: act.matter ?? null,
    details: JSON.stringify(act.details ?? {}),
    salt,
    commitment: ctx.keys.mac('audit-commitment', salt, JSON.stringify(act.committed ?? null)),
    request_id: actor.requestId,
  }
}

/** The timeline rows of one audit entry, one for each person whose data it concerned (R12.1). */
async function recordAccess(
  tx: Tx,
  actor: Actor,
  auditId: string,
  act: AuditedAct,
  personIds: readonly string[],
  reason: string,
): Promise<void> {
  await tx
    .insertInto('access_entry')
    .values(
      personIds.map((personId) => ({
        person_id: personId,
        id: newId(),
        audit_id: auditId,
        office: actor.officeName,
        role: actor.role,
        reason,
        matter: act.matter ?? null,
        act: act.act,
      })),
    )
    .execute()
}
