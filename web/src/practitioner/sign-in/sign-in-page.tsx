import { useMutation } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { askSignInCode, signIn } from '@zhuji/contract/accounts.ts'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { draftOf, forgetDraft, keepDraft } from '../../app/drafts.ts'
import { useWords } from '../../app/language.tsx'
import { PageFrame, PageHeading } from '../../app/page-frame.tsx'
import { placeToReturn, sessionBegan } from '../../app/session.ts'
import { mustBeMobile } from '../../ui/mobile-rule.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { TypedSigns } from '../../ui/typed-signs.tsx'
import { CaptchaField } from '../captcha/captcha-field.tsx'
import { useCaptcha } from '../captcha/use-captcha.ts'
import { CodeField } from '../code-field.tsx'
import '../practitioner.css'
import { SignInNotes } from './sign-in-notes.tsx'

const words = {
  title: { zh: '短信用户登录', en: 'Sign in by text message' },
  number: { zh: '证件号', en: 'Document number' },
  mobile: { zh: '手机号码', en: 'Mobile number' },
  code: { zh: '动态密码', en: 'Dynamic password' },
  signIn: { zh: '登录', en: 'Sign in' },
  register: { zh: '短信用户注册', en: 'Register by text message' },
  captchaMissing: { zh: '请填写图中的验证码', en: 'Type what the picture shows' },
} as const

interface Typed {
  number: string
  mobile: string
  code: string
}

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const say = useWords()
  return (
    <PageFrame>
      <div className="door">
        <section>
          <PageHeading>{say(words.title)}</PageHeading>
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
  const [captchaProblem, setCaptchaProblem] = useState<string>()
  const number = Form.useWatch('number', form)

  const code = useMutation({
    mutationFn: (typed: Typed) =>
      call(askSignInCode, {
        body: { number: typed.number, mobile: typed.mobile, captcha: captcha.answer() },
      }),
    onSuccess: captcha.accepted,
    onError: captcha.refused,
  })
  const enter = useMutation({
    mutationFn: (typed: Typed) => call(signIn, { body: { ...typed, captcha: captcha.answer() } }),
    onSuccess: async () => {
      forgetDraft('sign-in')
      await sessionBegan()
      router.history.push(placeToReturn(back, '/me'))
    },
    onError: captcha.refused,
  })
  const pointOutCaptcha = () =>
    setCaptchaProblem(captcha.ready || captcha.face === 'proof' ? undefined : say(words.captchaMissing))
  const hasCaptcha = () => {
    pointOutCaptcha()
    if (!captcha.ready) document.getElementById('captcha-text')?.focus()
    return captcha.ready
  }
  const askCode = async () => {
    const typed = await form.validateFields(['number', 'mobile']).catch(() => null)
    if (typed && hasCaptcha()) code.mutate({ ...typed, code: '' } as Typed)
  }
  const submit = (typed: Typed) => {
    if (hasCaptcha()) enter.mutate(typed)
  }
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      className="door-form"
      validateTrigger="onBlur"
      requiredMark={false}
      initialValues={draftOf('sign-in') ?? {}}
      onValuesChange={(_, { number: typedNumber, mobile }) =>
        keepDraft('sign-in', { number: typedNumber, mobile })
      }
      onFinish={submit}
      onFinishFailed={pointOutCaptcha}
    >
      <Form.Item
        name="number"
        label={say(words.number)}
        extra={<TypedSigns text={number} field="number" />}
        rules={[{ required: true, message: say({ zh: '请填写证件号', en: 'Type your document number' }) }]}
      >
        <Input autoComplete="username" spellCheck={false} maxLength={30} />
      </Form.Item>
      <CaptchaField captcha={captcha} problem={captchaProblem} />
      <Form.Item
        name="mobile"
        label={say(words.mobile)}
        rules={[{ validator: async (_, typed: string) => mustBeMobile(typed, say) }]}
      >
        <Input type="tel" autoComplete="tel-national" maxLength={30} />
      </Form.Item>
      <ProblemAlert error={code.error} />
      <CodeField
        label={say(words.code)}
        missing={say({ zh: '请填写动态密码', en: 'Type the dynamic password' })}
        nextCodeAt={code.data?.nextCodeAt ?? null}
        asking={code.isPending}
        ask={() => void askCode()}
      />
      <ProblemAlert error={enter.error} />
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={enter.isPending}>
          {say(words.signIn)}
        </Button>
        <Button href="/register">{say(words.register)}</Button>
      </div>
    </Form>
  )
}
