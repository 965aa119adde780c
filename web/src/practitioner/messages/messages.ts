import { infiniteQueryOptions } from '@tanstack/react-query'
import {
  type InboxMessageView,
  markMessageRead,
  markMessagesRead,
  mostCounted,
  mostMarked,
  readInbox,
} from '@zhuji/contract/messages.ts'
import { call } from '../../app/call.ts'
import { queryClient } from '../../app/query-client.ts'
import { sessionQuery } from '../../app/session.ts'

/** The person's messages, page by page, the newest first. */
export const inboxQuery = (personId: string) =>
  infiniteQueryOptions({
    queryKey: ['messages', personId],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam }) => {
      const page = await call(readInbox, {
        params: { personId },
        query: pageParam ? { before: pageParam } : {},
      })
      showUnread(page.unread)
      return page
    },
    getNextPageParam: ({ next }) => next,
  })

/** The server counts up to a limit: that many may be more. */
export const countText = (unread: number): string =>
  unread < mostCounted ? String(unread) : `${mostCounted - 1}+`

/** The count beside the menu's entry lies in the session, so that every page has it without asking. */
function showUnread(unread: number): void {
  queryClient.setQueryData(sessionQuery.queryKey, (session) =>
    session?.actor.role === 'practitioner'
      ? { ...session, actor: { ...session.actor, unreadMessages: unread } }
      : session,
  )
}

export async function readOne(personId: string, messageId: string): Promise<void> {
  const { unread } = await call(markMessageRead, { params: { personId, messageId } })
  showRead(personId, unread, ({ id }) => id === messageId)
}

/** Those that the page shows, in portions where it shows very many. */
export async function readThese(personId: string, messageIds: readonly string[]): Promise<void> {
  for (let from = 0; from < messageIds.length; from += mostMarked) {
    const portion = messageIds.slice(from, from + mostMarked)
    const { unread } = await call(markMessagesRead, { params: { personId }, body: { messageIds: portion } })
    showRead(personId, unread, ({ id }) => portion.includes(id))
  }
}

function showRead(personId: string, unread: number, isRead: (message: InboxMessageView) => boolean): void {
  const readAt = new Date().toISOString()
  showUnread(unread)
  queryClient.setQueryData(
    inboxQuery(personId).queryKey,
    (known) =>
      known && {
        ...known,
        pages: known.pages.map((page) => ({
          ...page,
          unread,
          messages: page.messages.map((message) =>
            message.readAt === null && isRead(message) ? { ...message, readAt } : message,
          ),
        })),
      },
  )
}
