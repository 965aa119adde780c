import { useMutation, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useWords } from '../../app/language.tsx'
import { PageHeading } from '../../app/page-frame.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { usePersonId } from '../profile.ts'
import { MessageItem } from './message-item.tsx'
import './messages.css'
import { countText, inboxQuery, readThese } from './messages.ts'

/** 消息: what happened to the person's records, the newest first, each with its next step. */
export function MessagesPage() {
  const say = useWords()
  const personId = usePersonId()
  const inbox = useSuspenseInfiniteQuery(inboxQuery(personId))
  const messages = inbox.data.pages.flatMap((page) => page.messages)
  const unread = inbox.data.pages[0]?.unread ?? 0
  const shown = messages.filter(({ readAt }) => readAt === null).map(({ id }) => id)
  return (
    <div className="inbox">
      <PageHeading>{say({ zh: '消息', en: 'Messages' })}</PageHeading>
      {messages.length > 0 ? (
        <>
          <InboxHead unread={unread} shown={shown} />
          <ul className="messages">
            {messages.map((message) => (
              <li key={message.id}>
                <MessageItem message={message} />
              </li>
            ))}
          </ul>
          {inbox.hasNextPage && (
            <Button onClick={() => void inbox.fetchNextPage()} loading={inbox.isFetchingNextPage}>
              {say({ zh: '查看更早的消息', en: 'Earlier messages' })}
            </Button>
          )}
          <ProblemAlert error={inbox.error} again={() => void inbox.fetchNextPage()} />
        </>
      ) : (
        <NoMessages />
      )}
    </div>
  )
}

/** `shown`: the unread ones on this page. What it does not show may be unread as well, and stays so. */
function InboxHead({ unread, shown }: { unread: number; shown: readonly string[] }) {
  const say = useWords()
  const personId = usePersonId()
  const readAll = useMutation({ mutationFn: () => readThese(personId, shown) })
  return (
    <div className="inbox-head">
      <p role="status">
        {unread === 0
          ? say({ zh: '全部消息均已读。', en: 'You have read everything.' })
          : say({ zh: `有 ${countText(unread)} 条未读消息。`, en: `${countText(unread)} unread.` })}
      </p>
      {shown.length > 0 && (
        <Button onClick={() => readAll.mutate()} loading={readAll.isPending}>
          {say({ zh: '全部标为已读', en: 'Mark all as read' })}
        </Button>
      )}
      <ProblemAlert error={readAll.error} />
    </div>
  )
}

function NoMessages() {
  const say = useWords()
  return (
    <div className="no-messages">
      <p>
        <strong>{say({ zh: '还没有消息。', en: 'No messages yet.' })}</strong>
      </p>
      <p className="hint">
        {say({
          zh: '证书通过或未通过核对、信息即将到期、手机号被修改时，会在这里告诉您。紧急的消息同时发送短信。',
          en: 'You are told here when a certificate is checked or refused, when something is about to end, or when your mobile number is changed. What is urgent also comes by text message.',
        })}
      </p>
    </div>
  )
}
