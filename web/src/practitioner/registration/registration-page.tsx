import { ProblemError } from '@zhuji/contract/client.ts'
import { Steps } from 'antd'
import { useState } from 'react'
import { useWords } from '../../app/language.tsx'
import { PageFrame, PageHeading } from '../../app/page-frame.tsx'
import '../practitioner.css'
import { type Attempt, attemptBegun, keepAttempt } from './attempt.ts'
import { attention } from './attention.ts'
import { CardFactsStep } from './card-facts-step.tsx'
import { NameStep } from './name-step.tsx'
import { PhoneStep } from './phone-step.tsx'

const words = {
  title: { zh: '短信用户注册', en: 'Register by text message' },
  notRead: { zh: '还没有到窗口刷过身份证？请先到', en: 'Card not yet read at a window? First go to ' },
  windows: { zh: '就近受理窗口', en: 'the nearest window' },
  signIn: { zh: '已经注册？直接登录', en: 'Already registered? Sign in' },
} as const

const steps = [
  {
    title: { zh: '姓名和证件号', en: 'Name and number' },
    why: {
      zh: '用来找到窗口已刷的证件。首次登录前，须先到受理窗口刷过身份证。',
      en: 'To find the card that a window has read. Have it read before your first sign-in.',
    },
  },
  {
    title: { zh: '证件其他信息', en: 'The rest of the card' },
    why: {
      zh: '用来确认是证件持有者本人在注册，防止他人冒用您的身份。',
      en: 'To make sure that it is the holder of the card who registers, nobody else.',
    },
  },
  {
    title: { zh: '绑定本人手机号', en: 'Your mobile number' },
    why: {
      zh: '本人手机号是日后登录本系统的关键凭证。',
      en: 'Your own mobile is the key to this system from now on.',
    },
  },
] as const

const isAttemptOver = (error: unknown) => error instanceof ProblemError && /attempt/.test(error.problem.code)

/** 短信用户注册 in three steps, each saying why it is asked (R3.1, G16–G22). */
export function RegistrationPage() {
  const say = useWords()
  const [attempt, setAttempt] = useState<Attempt>(() => attemptBegun(Date.now()))
  const [over, setOver] = useState<unknown>(null)
  const go = (next: Attempt) => {
    keepAttempt(next)
    setAttempt(next)
    setOver(null)
  }
  const failed = (error: unknown) => {
    if (!isAttemptOver(error)) return
    go({ ...attempt, step: 0, expiresAt: null })
    setOver(error)
  }
  const { step } = attempt
  return (
    <PageFrame>
      <div className="registration">
        <PageHeading>{say(words.title)}</PageHeading>
        <Steps
          current={step}
          size="small"
          responsive={false}
          titlePlacement="vertical"
          items={steps.map(({ title }) => ({ title: say(title) }))}
        />
        <p className="why" aria-live="polite">
          {say({ zh: `第 ${step + 1} 步，共 3 步。`, en: `Step ${step + 1} of 3. ` })}
          {say(steps[step].why)}
        </p>
        {step < 2 && <p className="attention">{say(attention[step === 0 ? 'citizen' : attempt.asks])}</p>}
        {step === 0 && <NameStep attempt={attempt} go={go} problem={over} />}
        {step === 1 && <CardFactsStep attempt={attempt} go={go} failed={failed} />}
        {step === 2 && <PhoneStep failed={failed} />}
        <p className="hint">
          {say(words.notRead)}
          <a href="/windows">{say(words.windows)}</a>
          {say({ zh: '。', en: '. ' })}
          <a href="/sign-in">{say(words.signIn)}</a>
        </p>
      </div>
    </PageFrame>
  )
}
