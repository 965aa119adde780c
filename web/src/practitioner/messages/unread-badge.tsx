import { useWords } from '../../app/language.tsx'
import { useSession } from '../../app/session.ts'
import './messages.css'
import { countText } from './messages.ts'

/** How many messages are unread, beside the menu's entry; nothing where there are none. */
export function UnreadBadge() {
  const say = useWords()
  const actor = useSession()?.actor
  const unread = actor?.role === 'practitioner' ? actor.unreadMessages : 0
  if (unread === 0) return null
  return (
    <span className="unread-badge">
      {countText(unread)}
      <span className="unread-words">{say({ zh: '条未读', en: ' unread' })}</span>
    </span>
  )
}
