import { useQuery } from '@tanstack/react-query'
import { demoOutbox, demoPeople, demoStaff } from '@zhuji/contract/demo.ts'
import { useState } from 'react'
import { call } from '../app/call.ts'
import { useWords } from '../app/language.tsx'
import { PageFrame, PageHeading } from '../app/page-frame.tsx'
import { Loading } from '../ui/loading.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import './demo.css'
import { DemoPeople } from './demo-people.tsx'
import { DemoStaff } from './demo-staff.tsx'

/** What a visitor of a demo needs: messages, people's cards, staff accounts. Exists in demo mode only. */
export function DemoPage() {
  const say = useWords()
  return (
    <PageFrame>
      <PageHeading>{say({ zh: '演示环境', en: 'Demo' })}</PageHeading>
      <p>
        {say({
          zh: '以下人员、证件、手机号码和账号均为虚构，仅用于演示；正式环境没有此页。',
          en: 'These people, cards, numbers and accounts are made up for the demo; a real installation has no such page.',
        })}
      </p>
      <Outbox />
      <Staff />
      <People />
    </PageFrame>
  )
}

function Outbox() {
  const say = useWords()
  const outbox = useQuery({
    queryKey: ['demo', 'outbox'],
    queryFn: () => call(demoOutbox, {}),
    refetchInterval: 2000,
    staleTime: 0,
  })
  const messages = outbox.data?.messages ?? []
  return (
    <section aria-labelledby="outbox">
      <h2 id="outbox">{say({ zh: '短信发件箱', en: 'Text messages' })}</h2>
      <p className="hint">
        {say({
          zh: '演示网关本应发出的短信，最新的在最前，每2秒刷新。',
          en: 'What the demo’s gateway would have sent, newest first, renewed every 2 seconds.',
        })}
      </p>
      {outbox.isPending && <Loading />}
      <ProblemAlert error={outbox.error} />
      {outbox.data && messages.length === 0 && (
        <p className="demo-empty">{say({ zh: '还没有短信。', en: 'No message yet.' })}</p>
      )}
      <ul className="outbox" aria-live="polite">
        {messages.map((message) => (
          <li key={message.id}>
            <span className="outbox-to">
              {message.mobile} ·{' '}
              <time dateTime={message.sentAt}>
                {new Date(message.sentAt).toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai' })}
              </time>
            </span>
            <span>{message.text}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Staff() {
  const say = useWords()
  const staff = useQuery({
    queryKey: ['demo', 'staff'],
    queryFn: () => call(demoStaff, {}),
    refetchInterval: 5000,
    staleTime: 0,
  })
  return (
    <section aria-labelledby="staff">
      <h2 id="staff">{say({ zh: '工作人员账号', en: 'Staff accounts' })}</h2>
      <p>
        <a href="/window/sign-in">{say({ zh: '前往工作人员登录', en: 'To the staff sign-in' })}</a>
      </p>
      {staff.isPending && <Loading />}
      <ProblemAlert error={staff.error} />
      {staff.data && <DemoStaff staff={staff.data.staff} />}
    </section>
  )
}

function People() {
  const say = useWords()
  const [text, setText] = useState('')
  const people = useQuery({
    queryKey: ['demo', 'people'],
    queryFn: () => call(demoPeople, {}),
    refetchInterval: 5000,
    staleTime: 0,
  })
  const found = (people.data?.people ?? []).filter(
    ({ label, card }) => label.includes(text) || card.name.includes(text) || card.number.includes(text),
  )
  return (
    <section aria-labelledby="people">
      <h2 id="people">{say({ zh: '演示人员及其证件', en: 'Demo people and their cards' })}</h2>
      <p>
        <label>
          {say({ zh: '查找：', en: 'Find: ' })}
          <input className="demo-find" value={text} onChange={({ target }) => setText(target.value)} />
        </label>
      </p>
      {people.isPending && <Loading />}
      <ProblemAlert error={people.error} />
      <DemoPeople people={found} />
    </section>
  )
}
