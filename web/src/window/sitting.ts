import { useMutation } from '@tanstack/react-query'
import {
  type BridgeRead,
  type BridgeStatus,
  finishSitting,
  resendFailed,
  startSitting,
} from '@zhuji/contract/bridge.ts'
import { issueClerkTicket } from '@zhuji/contract/card-reads.ts'
import { UnreachableError } from '@zhuji/contract/client.ts'
import { call } from '../app/call.ts'
import { draftOf, forgetDraft, keepDraft } from '../app/drafts.ts'
import type { BridgeCall } from './watch-bridge.ts'

export type Presenter = BridgeRead['presentedBy']

interface Ticket {
  ticket: string
  expiresAt: string
}

const TICKET = 'clerk-ticket'
const SITTING = 'window-sitting'

/**
 * A ticket for the bridge. Without the server the last one still serves for its 12 hours, so that cards are read on
 * while the line is down (R2.4); it goes with the session.
 */
async function freshTicket(): Promise<Ticket> {
  try {
    const ticket = await call(issueClerkTicket, { body: {} })
    keepDraft(TICKET, { ticket: ticket.ticket, expiresAt: ticket.expiresAt })
    return ticket
  } catch (error) {
    const last = draftOf<Ticket>(TICKET)
    if (error instanceof UnreachableError && last && Date.parse(last.expiresAt) > Date.now()) return last
    throw error
  }
}

interface Kept {
  id: string
  clerk: string
  presentedBy: Presenter
}

/** Whether this clerk began the bridge's sitting; a former clerk's ticket must not sign another's reads (R2.6). */
export function isOwnSitting(status: BridgeStatus, clerk: string): boolean {
  const kept = draftOf<Kept>(SITTING)
  return kept !== undefined && kept.id === status.sittingId && kept.clerk === clerk
}

/** Who was said to bring the cards of the sitting that this tab began. */
export const presenterOfSitting = (): Presenter => draftOf<Kept>(SITTING)?.presentedBy ?? 'person'

/** Begins, ends and resends; the errors are the server's or the bridge's. */
export function useSitting(bridge: BridgeCall, clerk: string) {
  const start = useMutation({
    mutationFn: async (presentedBy: Presenter) => {
      const { ticket, expiresAt: ticketExpiresAt } = await freshTicket()
      const status = await bridge(startSitting, {
        body: { ticket, ticketExpiresAt, presentedBy, challenge: null },
      })
      if (status.sittingId !== null)
        keepDraft(SITTING, { id: status.sittingId, clerk, presentedBy } satisfies Kept)
      return status
    },
  })
  const finish = useMutation({
    mutationFn: () => bridge(finishSitting, { body: {} }),
    onSuccess: () => forgetDraft(SITTING),
  })
  const resend = useMutation({ mutationFn: () => bridge(resendFailed, { body: {} }) })
  return { start, finish, resend }
}
