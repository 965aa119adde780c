import { Button, Form, Input, Progress } from 'antd'
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
  ready: { zh: '安全运算已完成，可以继续。', en: 'The puzzle is solved; go on.' },
} as const

/** 验证码: the picture with its proof of work behind it, or more proof of work alone (R3.5, G12). */
export function CaptchaField({ captcha, problem }: { captcha: Captcha; problem?: string | undefined }) {
  const say = useWords()
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
        {...(problem && { validateStatus: 'error' as const, help: <span id="captcha-help">{problem}</span> })}
      >
        {captcha.face === 'picture' ? <Picture captcha={captcha} invalid={problem !== undefined} /> : null}
        <Proof captcha={captcha} />
        <Button
          type="link"
          className="flush"
          onClick={() => captcha.renew(captcha.face === 'picture' ? 'proof' : 'picture')}
        >
          {say(captcha.face === 'picture' ? words.cannotSee : words.canSee)}
        </Button>
      </Form.Item>
      <ProblemAlert error={captcha.error} again={() => captcha.renew()} />
    </>
  )
}

function Picture({ captcha, invalid }: { captcha: Captcha; invalid: boolean }) {
  const say = useWords()
  return (
    <div className="captcha">
      <Input
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
  if (captcha.face === 'picture' && (captcha.tries === null || captcha.tries < 40)) return null
  const share = captcha.tries === null ? 100 : Math.round(95 * (1 - Math.exp(-captcha.tries / 400)))
  return (
    <div role="status">
      <span>{say(captcha.tries === null ? words.ready : words.solving)}</span>
      <Progress percent={share} showInfo={false} aria-label={say(words.label)} />
    </div>
  )
}
