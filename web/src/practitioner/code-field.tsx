import { Button, Form, Input } from 'antd'
import { useEffect, useState } from 'react'
import { useWords } from '../app/language.tsx'

/** Seconds until an instant, counting down to 0. */
export function useSecondsUntil(instant: string | null): number {
  const left = () => (instant ? Math.max(0, Math.ceil((new Date(instant).getTime() - Date.now()) / 1000)) : 0)
  const [seconds, setSeconds] = useState(left)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the countdown starts anew with each instant
  useEffect(() => {
    setSeconds(left())
    const timer = setInterval(() => setSeconds(left()), 500)
    return () => clearInterval(timer)
  }, [instant])
  return seconds
}

const words = {
  button: { zh: '获取24小时密码', en: 'Get the 24-hour password' },
  sent: {
    zh: '如证件号与手机号码相符，密码已发送到该手机，24小时内均有效。收不到时，手机号可能已变更或已由新使用人绑定，请携带本人身份证就近到受理窗口办理。',
    en: 'If number and mobile belong together, the password is on its way; it is valid for 24 hours. Nothing arrives? The number may have changed or been bound by its new holder: take your card to a service window.',
  },
} as const

const again = (seconds: number) =>
  seconds > 120
    ? {
        zh: `（${Math.ceil(seconds / 60)}分钟后可重新获取）`,
        en: ` (again in ${Math.ceil(seconds / 60)} min)`,
      }
    : { zh: `（${seconds}秒后可重新获取）`, en: ` (again in ${seconds} s)` }

interface Props {
  label: string
  missing: string
  nextCodeAt: string | null
  /** When the refused one may be asked again. */
  retryAt: string | null
  asking: boolean
  ask: () => void
  sent?: { zh: string; en: string }
}

/** The dynamic password with its button and the countdown to the next one (G13, G23). */
export function CodeField({ label, missing, nextCodeAt, retryAt, asking, ask, sent = words.sent }: Props) {
  const say = useWords()
  const seconds = useSecondsUntil(nextCodeAt ?? retryAt)
  const waiting = seconds > 0
  return (
    <Form.Item label={label} htmlFor="code" required>
      <div className="code-row">
        <Form.Item name="code" noStyle rules={[{ required: true, message: missing }]}>
          <Input id="code" inputMode="numeric" autoComplete="one-time-code" maxLength={12} />
        </Form.Item>
        <Button onClick={ask} loading={asking} disabled={waiting}>
          {say(words.button)}
          {waiting && say(again(seconds))}
        </Button>
      </div>
      <div role="status" className="hint">
        {nextCodeAt && say(sent)}
      </div>
    </Form.Item>
  )
}
