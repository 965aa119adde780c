import { queryOptions, useQuery } from '@tanstack/react-query'
import { redirect } from '@tanstack/react-router'
import { type SessionView, seeSession, signOut } from '@zhuji/contract/accounts.ts'
import type { StaffRole } from '@zhuji/domain/policy.ts'
import { call } from './call.ts'
import { forgetDrafts, forgetDraftsOfOthers } from './drafts.ts'
import { queryClient } from './query-client.ts'

/** Who is signed in, and what this installation is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => call(seeSession, {}),
  staleTime: 60_000,
})

/** The session as far as it is known. */
export const useSession = (): SessionView | undefined => useQuery(sessionQuery).data

export type Face = 'practitioner' | StaffRole

/** Where each face signs in. */
const doors: Record<Face, '/sign-in' | '/window/sign-in'> = {
  practitioner: '/sign-in',
  clerk: '/window/sign-in',
  enterprise: '/window/sign-in',
  reviewer: '/window/sign-in',
  administrator: '/window/sign-in',
}

/** For `beforeLoad`: whoever is not signed in for this face signs in first and comes back to where they were. */
export const onlyFor =
  (...faces: [Face, ...Face[]]) =>
  async ({ location }: { location: { href: string } }) => {
    const session = await queryClient.ensureQueryData(sessionQuery)
    const { role } = session.actor
    if ((faces as string[]).includes(role)) return { session }
    throw redirect({ to: doors[faces[0]], search: { back: location.href } })
  }

/** The path to return to after signing in, or the face's first page; only paths of this site are believed. */
export function placeToReturn(back: string | undefined, first: string): string {
  return back !== undefined && /^\/(?![/\\])/.test(back) && !back.includes('\\') ? back : first
}

/** To be called after a sign-in: forgets what an earlier visitor of this tab saw. */
export async function sessionBegan(): Promise<SessionView> {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
  const session = await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })
  if (session.actor.role === 'practitioner') forgetDraftsOfOthers(session.actor.personId)
  return session
}

/** 安全退出: ends the session on the server, leaves nothing of it in this tab, and goes to a fresh page. */
export async function leave(to: string): Promise<void> {
  await call(signOut, {})
  forgetDrafts()
  queryClient.clear()
  window.location.assign(to)
}
