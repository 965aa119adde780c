import { Button, Form, Input, type InputRef, Progress } from 'antd'
import { useEffect, useRef } from 'react'
import { useWords } from '../../app/language.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import type { Captcha } from './use-captcha.ts'

const words = {
  label: { zh: '验证码', en: 'Captcha' },
  renew: { zh: '看不清，换一张', en: 'Another picture' },
  picture: { zh: '验证码图片', en: 'Captcha picture' },
  cannotSee: { zh: '无法看图？改用无图验证', en: 'Cannot see it? Verify without a picture' },
  canSee: { zh: '改用图片验证码', en: 'Use the picture instead' },
  solved: { zh: '已通过验证', en: 'Verified' },
  solving: {
    zh: '本机正在进行安全运算，无需操作，请稍候…',
    en: 'This device is solving a safety puzzle; nothing for you to do…',
  },
  waiting: {
    zh: '正在完成安全运算，完成后自动提交，请稍候…',
    en: 'The safety puzzle is being solved; what you pressed goes out by itself then…',
  },
  unread: { zh: '请填写图中的验证码', en: 'Type what the picture shows' },
  changed: { zh: '图片已更换，请输入新的验证码', en: 'The picture was changed: type what the new one shows' },
  ready: { zh: '安全运算已完成，可以继续。', en: 'The puzzle is solved; go on.' },
} as const

/** 验证码: the picture with its proof of work behind it, or more proof of work alone (R3.5, G12). */
export function CaptchaField({ captcha, missed }: { captcha: Captcha; missed: boolean }) {
  const say = useWords()
  const problem = problemOf(captcha, missed)
  if (captcha.solved)
    return (
      <Form.Item label={say(words.label)}>
        <span role="status">✓ {say(words.solved)}</span>
      </Form.Item>
    )
  return (
    <>
      <Form.Item
        label={say(words.label)}
        {...(captcha.face === 'picture' && { htmlFor: 'captcha-text', required: true })}
        {...(problem && {
          validateStatus: 'error' as const,
          help: <span id="captcha-help">{say(problem)}</span>,
        })}
      >
        {captcha.face === 'picture' ? <Picture captcha={captcha} invalid={problem !== null} /> : null}
        <Proof captcha={captcha} />
        <Button
          type="link"
          className="flush"
          onClick={() => captcha.renew(captcha.face === 'picture' ? 'proof' : 'picture')}
        >
          {say(captcha.face === 'picture' ? words.cannotSee : words.canSee)}
        </Button>
      </Form.Item>
      <ProblemAlert error={captcha.refusal} />
      <ProblemAlert error={captcha.error} again={() => captcha.renew()} />
    </>
  )
}

/** What to do with the picture; nothing once something was typed, or without a picture. */
function problemOf({ unread, refusal }: Captcha, missed: boolean) {
  if (!unread) return null
  if (refusal) return words.changed
  return missed ? words.unread : null
}

function Picture({ captcha, invalid }: { captcha: Captcha; invalid: boolean }) {
  const say = useWords()
  const field = useRef<InputRef>(null)
  useEffect(() => {
    if (captcha.refusal) field.current?.focus()
  }, [captcha.refusal])
  return (
    <div className="captcha">
      <Input
        ref={field}
        id="captcha-text"
        value={captcha.text}
        onChange={({ target }) => captcha.type(target.value)}
        maxLength={20}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-required="true"
        aria-invalid={invalid}
        {...(invalid && { 'aria-describedby': 'captcha-help' })}
      />
      {captcha.picture ? (
        <img src={captcha.picture} alt={say(words.picture)} className="captcha-picture" />
      ) : (
        <span className="captcha-picture" />
      )}
      <Button type="link" className="flush" onClick={() => captcha.renew()}>
        {say(words.renew)}
      </Button>
    </div>
  )
}

/** The tries have no known end: the bar nears it, as likely as it is to have been found. */
function Proof({ captcha }: { captcha: Captcha }) {
  const say = useWords()
  const { face, tries, waiting } = captcha
  if (face === 'picture' && !waiting && (tries === null || tries < 40)) return null
  const share = tries === null ? 100 : Math.round(95 * (1 - Math.exp(-tries / 400)))
  const solving = waiting ? words.waiting : words.solving
  return (
    <div role="status">
      <span>{say(tries === null ? words.ready : solving)}</span>
      <Progress percent={share} showInfo={false} aria-label={say(words.label)} />
    </div>
  )
}
