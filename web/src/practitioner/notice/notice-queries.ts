import { queryOptions } from '@tanstack/react-query'
import { type ConsentView, readConsents, readNotice } from '@zhuji/contract/notices.ts'
import { call } from '../../app/call.ts'
import { queryClient } from '../../app/query-client.ts'

export const noticeQuery = queryOptions({ queryKey: ['notice'], queryFn: () => call(readNotice, {}) })

export const agreementsQuery = (personId: string) =>
  queryOptions({
    queryKey: ['agreements', personId],
    queryFn: () => call(readConsents, { params: { personId } }),
  })

/** Puts what the server answered to a decision on the screen. */
export function showConsent(personId: string, decided: ConsentView): void {
  queryClient.setQueryData(
    agreementsQuery(personId).queryKey,
    (known) =>
      known && {
        ...known,
        consents: known.consents.map((consent) => (consent.use === decided.use ? decided : consent)),
      },
  )
}
