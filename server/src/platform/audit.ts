import { randomBytes } from 'node:crypto'
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
  const id = act.id ?? newId()
  const salt = randomBytes(16)
  const commitment = ctx.keys.mac('audit-commitment', salt, JSON.stringify(act.committed ?? null))
  await tx
    .insertInto('audit_entry')
    .values({
      id,
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
      commitment,
      request_id: actor.requestId,
    })
    .execute()
  if (act.timeline && act.personId)
    await recordAccess(tx, actor, id, act, [act.personId], act.timeline.reason)
  return id
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
