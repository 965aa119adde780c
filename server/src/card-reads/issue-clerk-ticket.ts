import { ticketHours } from '@zhuji/domain/card-read.ts'
import { findWindow } from '../offices/repository.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { conflict } from '../platform/refused-error.ts'
import { sealTicket } from './clerk-ticket.ts'

export interface IssuedTicket {
  ticket: string
  expiresAt: string
  windowName: string
  departmentName: string
}

/** The ticket that a bridge puts into each read at this clerk's window, for 12 hours (R2.6). */
export function issueClerkTicket(ctx: Context, clerk: Actor): Promise<IssuedTicket> {
  return withActor(ctx, clerk, async (tx) => {
    const window = clerk.windowId ? await findWindow(tx, clerk.windowId) : undefined
    if (!window || !clerk.id) throw conflict({ code: 'no-window' })
    if (!window.open) throw conflict({ code: 'window-suspended' })
    const expiresAt = new Date(window.now.getTime() + ticketHours * 3_600_000).toISOString()
    const ticket = sealTicket(ctx.keys, {
      clerkId: clerk.id,
      windowId: window.windowId,
      departmentId: window.departmentId,
      issuedAt: window.now.toISOString(),
      expiresAt,
    })
    await recordAudit(ctx, tx, clerk, {
      act: 'issue-clerk-ticket',
      object: { kind: 'service-window', id: window.windowId },
    })
    return { ticket, expiresAt, windowName: window.windowName, departmentName: window.departmentName }
  })
}
