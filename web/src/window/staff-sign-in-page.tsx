import { useMutation } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { staffSignIn } from '@zhuji/contract/accounts.ts'
import { Alert, Button, Form, Input, type InputRef } from 'antd'
import { useRef } from 'react'
import { call } from '../app/call.ts'
import { useWords } from '../app/language.tsx'
import { PageFrame, PageHeading } from '../app/page-frame.tsx'
import { placeToReturn, sessionBegan, useSession } from '../app/session.ts'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import './window.css'

interface Typed {
  account: string
  password: string
  otp: string
}

const words = {
  title: { zh: '工作人员登录', en: 'Staff sign-in' },
  account: { zh: '账号', en: 'Account' },
  password: { zh: '密码', en: 'Password' },
  otp: { zh: '动态口令', en: 'Second-factor code' },
  otpHint: {
    zh: '身份验证器显示的 6 位数字，每 30 秒更换一次',
    en: 'The six digits that your authenticator shows; they change every 30 seconds',
  },
  button: { zh: '登录', en: 'Sign in' },
  accountMissing: { zh: '请输入账号', en: 'Enter your account' },
  passwordMissing: { zh: '请输入密码', en: 'Enter your password' },
  otpShape: {
    zh: '请输入身份验证器显示的 6 位数字',
    en: 'Enter the six digits that your authenticator shows',
  },
  returning: {
    zh: '请先登录，登录后会回到刚才的页面。',
    en: 'Please sign in; you will come back to where you were.',
  },
  help: {
    zh: '忘记密码或更换身份验证器，请联系本部门管理员。',
    en: 'Forgot your password, or changed your authenticator? Ask your department’s administrator.',
  },
  demo: { zh: '演示账号、密码和动态口令', en: 'Demo accounts, passwords and codes' },
} as const

/** Staff sign in with account, password and second factor (R3.9). */
export function StaffSignInPage() {
  const say = useWords()
  const { back } = useSearch({ from: '/window/sign-in' })
  const isDemo = useSession()?.mode === 'demo'
  const { signIn, otp } = useStaffSignIn(back)
  return (
    <PageFrame>
      <div className="staff-sign-in">
        <PageHeading>{say(words.title)}</PageHeading>
        {back !== undefined && <Alert type="info" showIcon title={say(words.returning)} />}
        <Form<Typed>
          layout="vertical"
          requiredMark={false}
          validateTrigger="onBlur"
          onFinish={(typed) => signIn.mutate(typed)}
          disabled={signIn.isPending}
        >
          <Form.Item
            name="account"
            label={say(words.account)}
            rules={[{ required: true, message: say(words.accountMissing) }]}
          >
            <Input autoFocus autoComplete="username" maxLength={60} spellCheck={false} />
          </Form.Item>
          <Form.Item
            name="password"
            label={say(words.password)}
            rules={[{ required: true, message: say(words.passwordMissing) }]}
          >
            <Input.Password autoComplete="current-password" maxLength={200} />
          </Form.Item>
          <Form.Item
            name="otp"
            label={say(words.otp)}
            extra={say(words.otpHint)}
            rules={[{ required: true, pattern: /^\d{6}$/, message: say(words.otpShape) }]}
          >
            <Input ref={otp} inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
          </Form.Item>
          <ProblemAlert error={signIn.error} />
          <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
            {say(words.button)}
          </Button>
        </Form>
        <p className="quiet">{say(words.help)}</p>
        {isDemo && (
          <p>
            <a href="/demo">{say(words.demo)}</a>
          </p>
        )}
      </div>
    </PageFrame>
  )
}

function useStaffSignIn(back: string | undefined) {
  const router = useRouter()
  const otp = useRef<InputRef>(null)
  const signIn = useMutation({
    mutationFn: (typed: Typed) =>
      call(staffSignIn, { body: { ...typed, account: typed.account.trim(), otp: typed.otp.trim() } }),
    onSuccess: async ({ role }) => {
      await sessionBegan()
      router.history.push(placeToReturn(back, role === 'administrator' ? '/admin' : '/window'))
    },
    // The code is the part that most often has just run out.
    onError: () => setTimeout(() => otp.current?.select(), 0),
  })
  return { signIn, otp }
}
