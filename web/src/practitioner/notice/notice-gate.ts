import { redirect } from '@tanstack/react-router'
import { queryClient } from '../../app/query-client.ts'
import { sessionQuery, useSession } from '../../app/session.ts'

const noticePath = '/me/notice'

/** For `beforeLoad`: who has not acknowledged the notice in force reads it before anything else (R12.5). */
export async function noticeFirst({
  location,
}: {
  location: { href: string; pathname: string }
}): Promise<void> {
  const { actor } = await queryClient.ensureQueryData(sessionQuery)
  if (actor.role !== 'practitioner' || actor.noticeToAcknowledge === null) return
  if (location.pathname !== noticePath) throw redirect({ to: noticePath, search: { back: location.href } })
}

/** The version that the person still has to acknowledge, or null. */
export function useNoticeToAcknowledge(): number | null {
  const actor = useSession()?.actor
  return actor?.role === 'practitioner' ? actor.noticeToAcknowledge : null
}
