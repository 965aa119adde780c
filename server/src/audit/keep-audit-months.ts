import { systemActor, withActor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { keepMonths } from './repository.ts'

const ahead = 12

/** Makes the audit log's months before they begin, so that a server that is never restarted has them too. */
export function keepAuditMonths(ctx: Context): Promise<void> {
  return withActor(ctx, systemActor(), (tx) => keepMonths(tx, ahead))
}
