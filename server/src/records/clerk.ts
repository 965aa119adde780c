import type { Actor } from '../platform/actor.ts'
import { conflict } from '../platform/refused-error.ts'

/** Who answers for what a window says of a record. */
export interface Clerk {
  id: string
  departmentId: string
  windowId: string
}

/** The actor as a clerk at a window; an account without one cannot verify. */
export function clerkAtWindow({ id, officeId, windowId }: Actor): Clerk {
  if (!id || !officeId || !windowId) throw conflict({ code: 'no-window' })
  return { id, departmentId: officeId, windowId }
}
