import { useMutation, useQuery } from '@tanstack/react-query'
import { type BridgeRead, finishSitting, startSitting } from '@zhuji/contract/bridge.ts'
import { issueClerkTicket } from '@zhuji/contract/card-reads.ts'
import { beginPhoneChange, seePhoneChange } from '@zhuji/contract/phone-changes.ts'
import { useEffect, useRef, useState } from 'react'
import { call } from '../app/call.ts'
import { beep, wakeSound } from './beep.ts'
import { useBridge } from './use-bridge.ts'

interface Begun {
  id: string
  expiresAt: string
  sittingId: string | null
}

/** The one read of this sitting that the server has, else the newest on its way. */
function readOf(reads: readonly BridgeRead[]): BridgeRead | undefined {
  return reads.find(({ state }) => state === 'sent') ?? reads.at(-1)
}

/**
 * One phone change after another: begins it on the server, lets the bridge read one card live with its challenge,
 * ends the sitting as soon as the server has the read, and asks once whose it is (every look is on record).
 */
export function usePhoneChange(bridgeUrl: string) {
  const view = useBridge(bridgeUrl)
  const { bridge, status } = view
  const [begun, setBegun] = useState<Begun | null>(null)
  const start = useMutation({
    mutationFn: async (): Promise<Begun> => {
      const { id, challenge, expiresAt } = await call(beginPhoneChange, { body: {} })
      const { ticket, expiresAt: ticketExpiresAt } = await call(issueClerkTicket, { body: {} })
      const { sittingId } = await bridge(startSitting, {
        body: { ticket, ticketExpiresAt, presentedBy: 'person', challenge },
      })
      return { id, expiresAt, sittingId }
    },
    onSuccess: setBegun,
  })
  const { mutate: rest } = useMutation({ mutationFn: () => bridge(finishSitting, { body: {} }) })
  const isOurs = begun !== null && begun.sittingId !== null && status?.sittingId === begun.sittingId
  const read = isOurs ? readOf(status.reads) : undefined
  const [takenFor, setTakenFor] = useState<string | null>(null)
  const isTaken = begun !== null && takenFor === begun.id

  const isSent = read?.state === 'sent'
  const beginningId = begun?.id
  useEffect(() => {
    if (!isSent || beginningId === undefined) return
    beep('read')
    setTakenFor(beginningId)
    rest()
  }, [isSent, beginningId, rest])
  // Whoever leaves the page leaves no reader behind that takes cards for a change nobody looks at.
  const waiting = useRef(false)
  useEffect(() => {
    waiting.current = isOurs && !isTaken
  })
  useEffect(
    () => () => {
      if (waiting.current) rest()
    },
    [rest],
  )

  const person = useQuery({
    queryKey: ['phone-change', beginningId],
    queryFn: () => call(seePhoneChange, { params: { id: beginningId ?? '' } }),
    enabled: isTaken,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const begin = () => {
    wakeSound()
    if (view.connection !== 'up' || start.isPending) return
    setBegun(null)
    start.mutate()
  }
  return { view, begun, start, begin, read, person }
}

export type PhoneChangeFlow = ReturnType<typeof usePhoneChange>
