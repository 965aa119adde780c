import { useMutation } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { askSignInCode, type CaptchaAnswer, signIn } from '@zhuji/contract/accounts.ts'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { draftOf, forgetDraft, keepDraft } from '../../app/drafts.ts'
import { useWords } from '../../app/language.tsx'
import { PageFrame, PageHeading } from '../../app/page-frame.tsx'
import { placeToReturn, sessionBegan } from '../../app/session.ts'
import { CodeField } from '../../parts/code-field.tsx'
import { mustBeMobile } from '../../ui/mobile-rule.ts'
import { ProblemAlert, retryAtOf } from '../../ui/problem-alert.tsx'
import { TypedSigns } from '../../ui/typed-signs.tsx'
import { CaptchaField } from '../captcha/captcha-field.tsx'
import { isOfCaptcha, useCaptcha } from '../captcha/use-captcha.ts'
import '../practitioner.css'
import { SignInNotes } from './sign-in-notes.tsx'

const words = {
  title: { zh: '短信用户登录', en: 'Sign in by text message' },
  number: { zh: '证件号', en: 'Document number' },
  mobile: { zh: '手机号码', en: 'Mobile number' },
  code: { zh: '动态密码', en: 'Dynamic password' },
  signIn: { zh: '登录', en: 'Sign in' },
  register: { zh: '短信用户注册', en: 'Register by text message' },
  sent: {
    zh: '如证件号与手机号码相符，密码已发送到该手机，24小时内均有效。收不到时，手机号可能已变更或已由新使用人绑定，请携带本人身份证就近到受理窗口办理。',
    en: 'If number and mobile belong together, the password is on its way; it is valid for 24 hours. Nothing arrives? The number may have changed or been bound by its new holder: take your card to a service window.',
  },
  returning: {
    zh: '请先登录，登录后会回到刚才的页面。',
    en: 'Please sign in; you will come back to where you were.',
  },
} as const

interface Typed {
  number: string
  mobile: string
  code: string
}
type Answered<Fields> = Fields & { captcha: CaptchaAnswer }

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const say = useWords()
  const { back } = route.useSearch()
  return (
    <PageFrame>
      <div className="door">
        <section>
          <PageHeading>{say(words.title)}</PageHeading>
          {back !== undefined && (
            <Alert type="info" showIcon className="problem" title={say(words.returning)} />
          )}
          <SignInForm />
        </section>
        <SignInNotes />
      </div>
    </PageFrame>
  )
}

function SignInForm() {
  const say = useWords()
  const router = useRouter()
  const { back } = route.useSearch()
  const [form] = Form.useForm<Typed>()
  const captcha = useCaptcha()
  const [missed, setMissed] = useState(false)
  const number = Form.useWatch('number', form)

  const code = useMutation({
    mutationFn: (body: Answered<Omit<Typed, 'code'>>) => call(askSignInCode, { body }),
    onSuccess: captcha.accepted,
    onError: captcha.refused,
  })
  const enter = useMutation({
    mutationFn: (body: Answered<Typed>) => call(signIn, { body }),
    onSuccess: async () => {
      forgetDraft('sign-in')
      await sessionBegan()
      router.history.push(placeToReturn(back, '/me'))
    },
    onError: captcha.refused,
  })
  const press = (button: 'code' | 'enter', send: (answer: CaptchaAnswer) => void) => {
    const isPressed = captcha.press(button, send)
    setMissed(!isPressed)
    if (!isPressed) document.getElementById('captcha-text')?.focus()
  }
  const askCode = async () => {
    const typed = await form.validateFields(['number', 'mobile']).catch(() => null)
    if (typed) press('code', (answer) => code.mutate({ ...typed, captcha: answer }))
  }
  const submit = (typed: Typed) => press('enter', (answer) => enter.mutate({ ...typed, captcha: answer }))
  const keep = (changed: Partial<Typed>, { number: typedNumber, mobile }: Typed) => {
    keepDraft('sign-in', { number: typedNumber, mobile })
    // Who waits for one number need not wait for another.
    if (code.isError && changed.code === undefined) code.reset()
  }
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      className="door-form"
      validateTrigger="onBlur"
      requiredMark={false}
      initialValues={draftOf('sign-in') ?? {}}
      onValuesChange={keep}
      onFinish={submit}
      onFinishFailed={() => setMissed(captcha.unread)}
    >
      <Form.Item
        name="number"
        label={say(words.number)}
        extra={<TypedSigns text={number} field="number" />}
        rules={[{ required: true, message: say({ zh: '请填写证件号', en: 'Type your document number' }) }]}
      >
        <Input autoComplete="username" spellCheck={false} maxLength={30} />
      </Form.Item>
      <CaptchaField captcha={captcha} missed={missed} />
      <Form.Item
        name="mobile"
        label={say(words.mobile)}
        rules={[{ validator: async (_, typed: string) => mustBeMobile(typed, say) }]}
      >
        <Input type="tel" autoComplete="tel-national" maxLength={30} />
      </Form.Item>
      <ProblemAlert error={isOfCaptcha(code.error) ? null : code.error} />
      <CodeField
        label={say(words.code)}
        missing={say({ zh: '请填写动态密码', en: 'Type the dynamic password' })}
        nextCodeAt={code.data?.nextCodeAt ?? null}
        retryAt={retryAtOf(code.error)}
        asking={code.isPending || captcha.waiting === 'code'}
        ask={() => void askCode()}
        sent={words.sent}
      />
      <ProblemAlert error={isOfCaptcha(enter.error) ? null : enter.error} />
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={enter.isPending || captcha.waiting === 'enter'}>
          {say(words.signIn)}
        </Button>
        <Button href="/register">{say(words.register)}</Button>
      </div>
    </Form>
  )
}
