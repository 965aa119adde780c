import { type InboxTemplate, inboxTemplates } from '@zhuji/domain/message-templates.ts'
import { z } from 'zod'
import { personParams } from './records.ts'
import { route } from './route.ts'

export const messagesOnAPage = 20
/** Marked as read in one request. */
export const mostMarked = 100
/** More unread messages than these are told as this many. */
export const mostCounted = 100

export const InboxMessageView = z
  .object({
    id: z.uuid(),
    template: z.enum(inboxTemplates as [InboxTemplate, ...InboxTemplate[]]),
    /** Codes and counts that the words need: `kind` of a record, `reasons` of a refusal joined by commas, `days`. */
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
    /** What the next step leads to. */
    recordId: z.uuid().nullable(),
    at: z.iso.datetime(),
    readAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'InboxMessage' })
export type InboxMessageView = z.infer<typeof InboxMessageView>

const unread = z.int()

/** 消息, the newest first, in pages by key. */
export const readInbox = route({
  method: 'GET',
  path: '/api/persons/:personId/messages',
  act: 'read-messages',
  summary: 'The person’s messages, the newest first',
  params: personParams,
  query: z.object({
    /** The last message of the page before. */
    before: z.uuid().optional(),
  }),
  response: z.object({
    messages: z.array(InboxMessageView),
    /** At most `mostCounted`. */
    unread,
    /** For `before` of the next page; null on the last one. */
    next: z.uuid().nullable(),
  }),
})

export const markMessageRead = route({
  method: 'POST',
  path: '/api/persons/:personId/messages/:messageId/reading',
  act: 'read-messages',
  summary: 'Mark one message as read',
  params: personParams.extend({ messageId: z.uuid() }),
  response: z.object({ unread }),
})

/** 全部标为已读: those that stood on the screen, by their ids; an id is no time, so nothing is marked by its place. */
export const markMessagesRead = route({
  method: 'POST',
  path: '/api/persons/:personId/message-readings',
  act: 'read-messages',
  summary: 'Mark these messages as read',
  params: personParams,
  body: z.strictObject({ messageIds: z.array(z.uuid()).min(1).max(mostMarked) }),
  response: z.object({ unread }),
})
