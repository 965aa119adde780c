import { markMessageRead, markMessagesRead, readInbox } from '@zhuji/contract/messages.ts'
import { giveConsent, withdrawConsent } from '@zhuji/contract/notices.ts'
import { optionalUseTerms } from '@zhuji/domain/consent.ts'
import type { z } from 'zod'
import type { Holder } from './records.ts'
import { press, type World } from './world.ts'

type Inbox = z.output<typeof readInbox.response>

const ofPerson = (path: string, { personId }: { personId: string }) => path.replace(':personId', personId)

export function askInbox(w: World, cookies: Record<string, string>, personId: string, query = '') {
  const url = `${ofPerson(readInbox.path, { personId })}${query}`
  return press(w.app, cookies, { method: 'GET', url })
}

/** What the person finds in their inbox. */
export async function inboxOf(w: World, holder: Holder, query = ''): Promise<Inbox> {
  const answer = await askInbox(w, holder.cookies, holder.personId, query)
  if (answer.statusCode !== 200) throw new Error(`inbox: ${answer.body}`)
  return answer.json()
}

export function markOne(w: World, holder: Holder, messageId: string) {
  const url = ofPerson(markMessageRead.path, holder).replace(':messageId', messageId)
  return press(w.app, holder.cookies, { method: 'POST', url })
}

export const markThese = (w: World, holder: Holder, messageIds: readonly string[]) =>
  press(w.app, holder.cookies, {
    method: 'POST',
    url: ofPerson(markMessagesRead.path, holder),
    payload: { messageIds },
  })

const use = 'expiry-reminders-by-sms'

export const agree = (w: World, holder: Holder, wording = optionalUseTerms[use].wording) =>
  press(w.app, holder.cookies, {
    method: 'PUT',
    url: ofPerson(giveConsent.path, holder).replace(':use', use),
    payload: { wording },
  })

export const withdraw = (w: World, holder: Holder) =>
  press(w.app, holder.cookies, {
    method: 'DELETE',
    url: ofPerson(withdrawConsent.path, holder).replace(':use', use),
  })
