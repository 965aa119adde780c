import { systemActor, withActor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { deleteExpired } from './clean-up-repository.ts'

/** Captchas, attempts and sessions that are over go at once, codes and messages after seven days. */
export async function cleanUp(ctx: Context): Promise<void> {
  await withActor(ctx, systemActor(), async (tx) => deleteExpired(tx))
}
