import type { Exit } from './card-cycle.ts'
import { commands, OK, troubleOf } from './sam-commands.ts'
import type { SamSession } from './sam-session.ts'

export type Probed = { samId: Uint8Array } | Exit | { exit: 'silent' }

const TRIES = 3
const SAM_ID_LENGTH = 16

/** Asks a module that may just be waking up for its status, and then for its id. */
export async function probe(session: SamSession): Promise<Probed> {
  for (let attempt = 0; attempt < TRIES && !session.closed; attempt++) {
    const status = await session.command(commands.status)
    if (typeof status === 'string') continue
    const trouble = troubleOf(status.sw3)
    if (trouble === 'self-test' || trouble === 'not-authorised') return { exit: 'fault', state: trouble }
    const samId = await askId(session)
    if (samId) return { samId }
  }
  return { exit: session.closed ? 'closed' : 'silent' }
}

async function askId(session: SamSession): Promise<Uint8Array | undefined> {
  const answer = await session.command(commands.moduleId)
  if (typeof answer === 'string' || answer.sw3 !== OK) return undefined
  return answer.data.length === SAM_ID_LENGTH ? answer.data : undefined
}
