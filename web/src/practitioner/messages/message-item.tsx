import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { InboxMessageView } from '@zhuji/contract/messages.ts'
import { Button } from 'antd'
import { useInstant } from '../../app/instant.ts'
import { useWords } from '../../app/language.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { usePersonId } from '../profile.ts'
import { type NextStep, wordsOfMessage } from './message-words.ts'
import { readOne } from './messages.ts'

/** One message with its mark of being unread, in words as well as in colour, and the way to its next step. */
export function MessageItem({ message }: { message: InboxMessageView }) {
  const say = useWords()
  const instant = useInstant()
  const personId = usePersonId()
  const { title, body, reasons, next } = wordsOfMessage(message)
  const isUnread = message.readAt === null
  const read = useMutation({ mutationFn: () => readOne(personId, message.id) })
  const id = `message-${message.id}`
  return (
    <article className={isUnread ? 'message message-unread' : 'message'} aria-labelledby={id}>
      <header>
        <h2 id={id}>
          {isUnread && <span className="unread-mark">{say({ zh: '未读', en: 'Unread' })}</span>}
          {say(title)}
        </h2>
        <time dateTime={message.at}>{instant(message.at)}</time>
      </header>
      <p>{say(body)}</p>
      {reasons.length > 0 && (
        <ul className="message-reasons">
          {reasons.map((reason) => (
            <li key={reason.en}>{say(reason)}</li>
          ))}
        </ul>
      )}
      <div className="message-ways">
        <NextLink step={next} taken={() => isUnread && read.mutate()} />
        {isUnread && (
          <Button type="text" onClick={() => read.mutate()} loading={read.isPending} aria-describedby={id}>
            {say({ zh: '标为已读', en: 'Mark as read' })}
          </Button>
        )}
      </div>
      <ProblemAlert error={read.error} />
    </article>
  )
}

function NextLink({ step, taken }: { step: NextStep; taken: () => void }) {
  const say = useWords()
  if (!step.path.startsWith('/me'))
    return (
      <a href={step.path} className="link-button" onClick={taken}>
        {say(step.words)}
      </a>
    )
  return (
    <Link to={step.path as string} search={step.search ?? {}} className="link-button" onClick={taken}>
      {say(step.words)}
    </Link>
  )
}
