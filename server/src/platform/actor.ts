import type { Role } from '@zhuji/domain/policy.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from './context.ts'
import type { Tx } from './database.ts'

/** Who acts in a request or job, as the session, the bridge's key or the queue established it. */
export interface Actor {
  role: Role
  /** The person or the staff account; null for anonymous, bridge and system. */
  id: string | null
  officeId: string | null
  /** The department's name as the person's timeline shows it: never the clerk's (R12.1). */
  officeName: string | null
  windowId: string | null
  /** Keyed hash of the session's token; null without a session. */
  session: Buffer | null
  /** Keyed hash of the browser's own cookie; null outside a browser. */
  browser: Buffer | null
  /** Where the request came from, for limits only; never logged, never stored. */
  origin: string
  requestId: string | null
}

export function systemActor(requestId: string | null = null): Actor {
  return {
    role: 'system',
    id: null,
    officeId: null,
    officeName: null,
    windowId: null,
    session: null,
    browser: null,
    origin: 'system',
    requestId,
  }
}

/**
 * All access to persons' data: one transaction that names its actor to the database, so that row-level security can
 * be forced later without a rewrite.
 */
export function withActor<T>(ctx: Context, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return ctx.db.transaction().execute(async (tx) => {
    await sql`select set_config('zhuji.role', ${actor.role}, true), set_config('zhuji.actor', ${actor.id ?? ''}, true)`.execute(
      tx,
    )
    return work(tx)
  })
}

/** For what is a single statement: names the actor within it, as `withActor` does for a transaction. It joins `named`. */
export const namedIn = (actor: Actor): RawBuilder<unknown> =>
  sql`named as materialized (
    select set_config('zhuji.role', ${actor.role}, true), set_config('zhuji.actor', ${actor.id ?? ''}, true))`
