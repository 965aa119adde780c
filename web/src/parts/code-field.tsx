import type { Words } from '@zhuji/domain/words.ts'
import { Button, Form, Input, type InputRef } from 'antd'
import { type RefObject, useEffect, useState } from 'react'
import { useWords } from '../app/language.tsx'
import './code-field.css'

/** Seconds until an instant, counting down to 0. */
function useSecondsUntil(instant: string | null): number {
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

const passwordButton: Words = { zh: '获取24小时密码', en: 'Get the 24-hour password' }

const again = (seconds: number): Words =>
  seconds > 120
    ? {
        zh: `（${Math.ceil(seconds / 60)}分钟后可重新获取）`,
        en: ` (again in ${Math.ceil(seconds / 60)} min)`,
      }
    : { zh: `（${seconds}秒后可重新获取）`, en: ` (again in ${seconds} s)` }

interface Props {
  label: string
  /** What is said when nothing was typed. */
  missing: string
  nextCodeAt: string | null
  /** When the refused one may be asked again. */
  retryAt: string | null
  asking: boolean
  ask: () => void
  /** Said once a code was asked for. */
  sent: Words
  /** Said before. */
  before?: Words
  button?: Words
  input?: RefObject<InputRef | null>
  /** The code arrives on another device than this one. */
  elsewhere?: boolean
}

/** A code by text message, the form's field `code`, with its button and the countdown to the next one (G13, G23). */
export function CodeField(props: Props) {
  const { label, missing, nextCodeAt, retryAt, asking, ask, sent, before, elsewhere = false } = props
  const say = useWords()
  const seconds = useSecondsUntil(nextCodeAt ?? retryAt)
  const waiting = seconds > 0
  const note = nextCodeAt ? sent : before
  return (
    <Form.Item label={label} htmlFor="code" required>
      <div className="code-row">
        <Form.Item name="code" noStyle rules={[{ required: true, message: missing }]}>
          <Input
            id="code"
            {...(props.input && { ref: props.input })}
            inputMode="numeric"
            autoComplete={elsewhere ? 'off' : 'one-time-code'}
            maxLength={12}
          />
        </Form.Item>
        <Button onClick={ask} loading={asking} disabled={waiting}>
          {say(props.button ?? passwordButton)}
          {waiting && say(again(seconds))}
        </Button>
      </div>
      <div role="status" className="code-note">
        {note && say(note)}
      </div>
    </Form.Item>
  )
}
