import { useNavigate } from '@tanstack/react-router'
import type { SessionView } from '@zhuji/contract/accounts.ts'
import type { PhoneChangeView } from '@zhuji/contract/phone-changes.ts'
import { refusalWords } from '@zhuji/contract/refusal-words.ts'
import type { Words } from '@zhuji/domain/words.ts'
import { Alert, Button, Result, Steps } from 'antd'
import { useState } from 'react'
import { useWords } from '../app/language.tsx'
import { PageHeading } from '../app/page-frame.tsx'
import { useSession } from '../app/session.ts'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { BridgeProblem } from './bridge-problem.tsx'
import { KeyHelp } from './key-help.tsx'
import { ConfirmBinding } from './phone-change-confirmation.tsx'
import { type PhoneChangeFlow, usePhoneChange } from './phone-change-flow.ts'
import { PhoneChangeForm } from './phone-change-form.tsx'
import { failureWords, flagWords } from './read-words.ts'
import { ReaderLamp } from './reader-lamp.tsx'
import { SimulatedReader } from './simulated-reader.tsx'
import { useKeys } from './use-keys.ts'
import './phone-change.css'

const changed: Words = { zh: '修改手机号成功', en: 'The mobile number was changed' }
const confirmed: Words = { zh: '手机号绑定已确认', en: 'The bound number is confirmed' }
const afterwards: Words = {
  zh: '今后请用新手机号获取24小时密码登录。原手机号和新手机号都会收到短信通知，此前的登录已全部退出。',
  en: 'From now on the new number signs in. Both numbers get a text message, and all earlier sessions have ended.',
}
const unbound: Words = { zh: '尚未绑定', en: 'none bound yet' }
const lost: Words = {
  zh: '已由该号码的新使用人绑定，原绑定已解除',
  en: 'bound by the number’s new holder; the former binding has ended',
}

type CardRead = Extract<PhoneChangeView, { state: 'card-read' }>

/** 修改手机号 as one guided flow: the person's own card, the new number with its code, done (R3.8, G25, G26). */
export function PhoneChangePage() {
  const session = useSession()
  return session ? <PhoneChangeDesk session={session} /> : null
}

function PhoneChangeDesk({ session }: { session: SessionView }) {
  const say = useWords()
  const navigate = useNavigate()
  const flow = usePhoneChange(session.bridgeUrl)
  const [done, setDone] = useState<Words | null>(null)
  const card = flow.person.data?.state === 'card-read' ? flow.person.data : null
  const again = () => {
    setDone(null)
    flow.begin()
  }
  useKeys({ F2: again, Escape: () => void navigate({ to: '/window' }) })
  const needsReader = card === null && done === null
  return (
    <>
      <PageHeading>{say({ zh: '修改手机号', en: 'Change mobile number' })}</PageHeading>
      <Steps
        className="phone-change-steps"
        current={done !== null ? 3 : card ? 1 : 0}
        items={[
          { title: say({ zh: '刷本人身份证', en: 'Read the person’s card' }) },
          { title: say({ zh: '新手机号和动态密码', en: 'New number and code' }) },
          { title: say({ zh: '完成', en: 'Done' }) },
        ]}
      />
      {needsReader && <ReaderLamp view={flow.view} />}
      <section className="phone-change">
        {done !== null && <Done what={done} again={again} home={() => void navigate({ to: '/window' })} />}
        {card && done === null && (
          <OnCard key={flow.begun?.id} flow={flow} card={card} again={again} done={setDone} />
        )}
        {needsReader && <WaitForCard flow={flow} />}
      </section>
      {needsReader && session.simulatorUrl !== null && <SimulatedReader url={session.simulatorUrl} />}
      <KeyHelp
        hints={[
          { keys: ['F2'], does: { zh: '开始 / 重新刷证', en: 'Begin / read again' } },
          { keys: ['Esc'], does: { zh: '返回窗口首页', en: 'Back to the window’s home' } },
        ]}
      />
    </>
  )
}

/** Step 1: the card is read live; a read that was made before does not count. */
function WaitForCard({ flow }: { flow: PhoneChangeFlow }) {
  const say = useWords()
  const { begun, start, read, person, view } = flow
  const isUp = view.connection === 'up'
  return (
    <>
      <p>
        {say({
          zh: '手机号确实变更后，请本人携带本人身份证到窗口，重新刷证后修改；不能由他人代办。',
          en: 'When the number has really changed, the person comes with their own card, which is read anew; nobody else can do it for them.',
        })}
      </p>
      <BridgeProblem error={start.error} server />
      <ProblemAlert error={person.error} again={flow.begin} />
      {read?.failure && <Alert type="warning" showIcon title={say(failureWords(read.failure))} />}
      {begun === null ? (
        <Button type="primary" size="large" onClick={flow.begin} disabled={!isUp} loading={start.isPending}>
          {say({ zh: '点击读卡', en: 'Read the card' })} <kbd>F2</kbd>
        </Button>
      ) : (
        <p role="status">
          {read
            ? say({ zh: '已读到证件，正在上传……', en: 'Card read, uploading …' })
            : say({
                zh: '请将本人二代身份证放置到读卡器上，等待“嘀”声。',
                en: 'Lay the person’s card on the reader and wait for the beep.',
              })}
        </p>
      )}
    </>
  )
}

interface OnCardProps {
  flow: PhoneChangeFlow
  card: CardRead
  again(): void
  done(what: Words): void
}

/** Step 2: whose card it is, and why it cannot serve or what the new number is. */
function OnCard({ flow, card, again, done }: OnCardProps) {
  const say = useWords()
  const { refusal, flags } = card
  return (
    <>
      <dl className="phone-change-person">
        <div>
          <dt>{say({ zh: '姓名：', en: 'Name:' })}</dt>
          <dd>{card.name}</dd>
        </div>
        <div>
          <dt>{say({ zh: '证件号码：', en: 'Document number:' })}</dt>
          <dd>{card.number}</dd>
        </div>
        <div>
          <dt>{say({ zh: '原手机号：', en: 'Old number:' })}</dt>
          <dd>{card.oldMobile ?? say(card.bindingLost ? lost : unbound)}</dd>
        </div>
      </dl>
      {flags.length > 0 && (
        <ul className="phone-change-flags">
          {flags.map((flag) => (
            <li key={flag}>! {say(flagWords(flag, null))}</li>
          ))}
        </ul>
      )}
      {card.bindingToConfirm && refusal === null && (
        <ConfirmBinding changeId={flow.begun?.id ?? ''} confirmed={() => done(confirmed)} />
      )}
      {refusal ? (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={say(refusalWords(refusal.code, refusal))}
          action={
            <Button onClick={again}>
              {say({ zh: '重新刷证', en: 'Read again' })} <kbd>F2</kbd>
            </Button>
          }
        />
      ) : (
        <PhoneChangeForm
          changeId={flow.begun?.id ?? ''}
          expiresAt={card.expiresAt}
          again={again}
          done={() => done(changed)}
        />
      )}
    </>
  )
}

function Done({ what, again, home }: { what: Words; again(): void; home(): void }) {
  const say = useWords()
  return (
    <Result
      status="success"
      title={<span role="status">{say(what)}</span>}
      subTitle={what === changed && say(afterwards)}
      extra={[
        <Button key="home" type="primary" onClick={home}>
          {say({ zh: '返回窗口首页', en: 'Back to the window’s home' })} <kbd>Esc</kbd>
        </Button>,
        <Button key="again" onClick={again}>
          {say({ zh: '办理下一位', en: 'Next person' })} <kbd>F2</kbd>
        </Button>,
      ]}
    />
  )
}
