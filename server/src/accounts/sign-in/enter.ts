import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { endSession, openSession } from '../../platform/sessions.ts'
import { rememberBrowser } from './repository.ts'

/** Opens a new session, in place of what this browser had, and keeps the browser as known. Gives who acts from now on. */
export async function enter(
  actor: Actor,
  tx: Tx,
  { personId, browser, sessionHash }: { personId: string; browser: Buffer; sessionHash: Buffer },
): Promise<Actor> {
  if (actor.session) await endSession(tx, actor.session)
  await openSession(tx, { tokenHash: sessionHash, role: 'practitioner', personId })
  await rememberBrowser(tx, personId, browser)
  return { ...actor, role: 'practitioner', id: personId, session: sessionHash }
}
