import { useMutation } from '@tanstack/react-query'
import { type CaptchaAnswer, startRegistration } from '@zhuji/contract/accounts.ts'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useWords } from '../../app/language.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { TypedSigns } from '../../ui/typed-signs.tsx'
import { CaptchaField } from '../captcha/captcha-field.tsx'
import { isOfCaptcha, useCaptcha } from '../captcha/use-captcha.ts'
import { type Attempt, type CardTyped, keepAttempt } from './attempt.ts'
import { Exactness } from './exactness.tsx'

const otherCards = {
  zh: '港澳台居民居住证、外国人永久居留身份证持有人填写证件上的号码。',
  en: 'Holders of a residence permit (Hong Kong, Macao, Taiwan) or a permanent residence card type the number on it.',
} as const

interface Props {
  attempt: Attempt
  go: (next: Attempt) => void
  /** Why an attempt begun before came back here. */
  problem: unknown
}

/** Step 1: 姓名, 身份证号 with the captcha (G16). */
export function NameStep({ attempt, go, problem }: Props) {
  const say = useWords()
  const [form] = Form.useForm<CardTyped>()
  const captcha = useCaptcha()
  const [missed, setMissed] = useState(false)
  const name = Form.useWatch('name', form)
  const number = Form.useWatch('number', form)
  const start = useMutation({
    mutationFn: (body: Pick<CardTyped, 'name' | 'number'> & { captcha: CaptchaAnswer }) =>
      call(startRegistration, { body }),
    onSuccess: ({ asks, expiresAt }, { name: typedName, number: typedNumber }) =>
      go({ step: 1, asks, expiresAt, typed: { ...attempt.typed, name: typedName, number: typedNumber } }),
    onError: captcha.refused,
  })
  const submit = (typed: CardTyped) => {
    const body = { name: typed.name, number: typed.number }
    const isPressed = captcha.press('start', (answer) => start.mutate({ ...body, captcha: answer }))
    setMissed(!isPressed)
    if (!isPressed) document.getElementById('captcha-text')?.focus()
  }
  return (
    <Form<CardTyped>
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      initialValues={attempt.typed}
      onValuesChange={(changed) => keepAttempt({ ...attempt, typed: { ...attempt.typed, ...changed } })}
      onFinish={submit}
      onFinishFailed={() => setMissed(captcha.unread)}
    >
      <h2>{say({ zh: '身份证信息验证', en: 'Verify your identity card' })}</h2>
      <ProblemAlert error={isOfCaptcha(start.error) ? null : (start.error ?? problem)} />
      <Form.Item
        name="name"
        label={say({ zh: '姓名', en: 'Name' })}
        extra={<TypedSigns text={name} field="name" />}
        rules={[{ required: true, message: say({ zh: '请填写姓名', en: 'Type your name' }) }]}
      >
        <Input autoComplete="name" maxLength={100} />
      </Form.Item>
      <Form.Item
        name="number"
        label={say({ zh: '身份证号', en: 'Identity number' })}
        extra={
          <>
            <div className="hint">{say(otherCards)}</div>
            <TypedSigns text={number} field="number" />
          </>
        }
        rules={[{ required: true, message: say({ zh: '请填写身份证号', en: 'Type your identity number' }) }]}
      >
        <Input autoComplete="off" spellCheck={false} maxLength={30} />
      </Form.Item>
      <Exactness />
      <CaptchaField captcha={captcha} missed={missed} />
      <Button type="primary" htmlType="submit" loading={start.isPending || captcha.waiting !== null}>
        {say({ zh: '验证', en: 'Verify' })}
      </Button>
    </Form>
  )
}
