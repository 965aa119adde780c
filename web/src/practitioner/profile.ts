import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { useRouteContext } from '@tanstack/react-router'
import { type ProfileView, type RecordView, readProfile } from '@zhuji/contract/records.ts'
import { birthDateOfNumber } from '@zhuji/domain/citizen-number.ts'
import { call } from '../app/call.ts'
import { queryClient } from '../app/query-client.ts'

export const profileQuery = (personId: string) =>
  queryOptions({
    queryKey: ['profile', personId],
    queryFn: () => call(readProfile, { params: { personId } }),
  })

/** The person whose pages these are. */
export function usePersonId(): string {
  const { session } = useRouteContext({ from: '/practitioner' })
  if (session.actor.role !== 'practitioner') throw new Error('the guard let somebody else in')
  return session.actor.personId
}

/** Today in Asia/Shanghai, as the server says. */
export const useToday = (): string => useRouteContext({ from: '/practitioner' }).session.today

export const useProfile = (): ProfileView => useSuspenseQuery(profileQuery(usePersonId())).data

/** The person's birth date as far as the card's number tells it. */
export function useBirthDate(): string | null {
  const { kind, number } = useProfile().card
  return kind === 'citizen' || kind === 'hkmotw' ? birthDateOfNumber(number) : null
}

/** Puts a record that the server answered into the profile on screen. */
export function showRecord(personId: string, record: RecordView): void {
  queryClient.setQueryData(profileQuery(personId).queryKey, (profile) => {
    if (!profile) return profile
    const isKnown = profile.records.some(({ id }) => id === record.id)
    const records = isKnown
      ? profile.records.map((shown) => (shown.id === record.id ? record : shown))
      : [...profile.records, record]
    return { ...profile, records }
  })
  void queryClient.invalidateQueries({ queryKey: ['history', record.id] })
}

export const refreshProfile = (personId: string): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: profileQuery(personId).queryKey })
