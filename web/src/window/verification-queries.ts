import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ProblemError } from '@zhuji/contract/client.ts'
import {
  cancelVerification,
  readVerificationWork,
  refuseOriginal,
  type VerificationWork,
  verifyOriginal,
} from '@zhuji/contract/verification.ts'
import { call } from '../app/call.ts'
import { useSession } from '../app/session.ts'
import { count, type Decided } from './day-tally.tsx'
import type { Desk, Outcome } from './desk.ts'

export type WorkRecord = VerificationWork['records'][number]
export type Bearer = 'person' | 'agent'

export const workQuery = (personId: string) =>
  queryOptions({
    queryKey: ['verification-work', personId],
    queryFn: () => call(readVerificationWork, { params: { personId } }),
    staleTime: 0,
    // A person's certificates do not stay behind when the next person stands at the window.
    gcTime: 60_000,
  })

const makesStale = [
  'record-changed',
  'level-fixed',
  'not-verified',
  'not-found',
  'scan-not-displayed',
  'in-use',
]

/** Decides on one certificate; whatever shows that the screen is behind makes it load anew (R7.7). */
export function useDecision(
  personId: string,
  recordId: string,
  done: (decided: Decided, changed: Partial<WorkRecord>) => void,
) {
  const queries = useQueryClient()
  const today = useSession()?.today ?? ''
  const params = { personId, recordId }
  const { queryKey } = workQuery(personId)
  const finish = (decided: Decided, changed: Partial<WorkRecord>) => {
    count(decided, today)
    queries.setQueryData(
      queryKey,
      (work: VerificationWork | undefined) => work && withChange(work, recordId, changed),
    )
    done(decided, changed)
    void queries.invalidateQueries({ queryKey })
  }
  const onError = (error: unknown) => {
    if (!(error instanceof ProblemError) || !makesStale.includes(error.problem.code)) return
    void queries.invalidateQueries({ queryKey })
    // The server no longer counts the pages as displayed: they are fetched, and looked at, once more.
    if (error.problem.code === 'scan-not-displayed') void queries.resetQueries({ queryKey: ['scan'] })
  }
  const decide = useMutation({
    mutationFn: async ({
      desk,
      outcome,
      presentedBy,
    }: {
      desk: Desk
      outcome: Exclude<Outcome, { outcome: 'missing' }>
      presentedBy: Bearer
    }) => {
      const { version, confirmed } = desk
      if (outcome.outcome === 'verify')
        return call(verifyOriginal, { params, body: { version, confirmed: [...confirmed], presentedBy } })
      const note = desk.note.trim() || null
      return call(refuseOriginal, {
        params,
        body: { version, reasons: [...outcome.reasons], note, presentedBy },
      })
    },
    onSuccess: ({ level }, { desk, outcome }) => {
      if (outcome.outcome === 'verify')
        return finish('verified', { level, lastRefusal: null, cancellation: null })
      const refusal = {
        reasons: [...outcome.reasons],
        note: desk.note.trim() || null,
        at: new Date().toISOString(),
        officeName: '',
      }
      finish('refused', { level, refusal, lastRefusal: refusal, cancellation: null })
    },
    onError,
  })
  const cancel = useMutation({
    mutationFn: (body: { version: number; reason: string }) => call(cancelVerification, { params, body }),
    onSuccess: ({ level }, { reason }) => {
      const cancellation = { reason, at: new Date().toISOString(), officeName: '' }
      finish('cancelled', { level, cancellation, verifiedAt: null, verifiedBy: null, mayCancel: false })
    },
    onError,
  })
  return { decide, cancel }
}

const withChange = (
  work: VerificationWork,
  recordId: string,
  changed: Partial<WorkRecord>,
): VerificationWork => ({
  ...work,
  records: work.records.map((record) => (record.id === recordId ? { ...record, ...changed } : record)),
})
