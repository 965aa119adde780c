import { mostCounted } from '@zhuji/contract/messages.ts'
import { useWords } from '../../app/language.tsx'
import { useSession } from '../../app/session.ts'
import './messages.css'

/** How many messages are unread, beside the menu's entry; nothing where there are none. */
export function UnreadBadge() {
  const say = useWords()
  const actor = useSession()?.actor
  const unread = actor?.role === 'practitioner' ? actor.unreadMessages : 0
  if (unread === 0) return null
  const count = unread < mostCounted ? String(unread) : `${mostCounted - 1}+`
  return (
    <span className="unread-badge">
      {count}
      <span className="unread-words">{say({ zh: '条未读', en: ' unread' })}</span>
    </span>
  )
}
