import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { askRegistrationCode, bindPhone } from '@zhuji/contract/accounts.ts'
import { Alert, Button, Form, Input } from 'antd'
import { call } from '../../app/call.ts'
import { useWords } from '../../app/language.tsx'
import { sessionBegan } from '../../app/session.ts'
import { CodeField } from '../../parts/code-field.tsx'
import { mustBeMobile } from '../../ui/mobile-rule.ts'
import { ProblemAlert, retryAtOf } from '../../ui/problem-alert.tsx'
import { endAttempt } from './attempt.ts'

interface Typed {
  mobile: string
  code: string
}

/** Step 3: 手机号, 手机验证码, 完成注册; then straight to the profile (G21–G24). */
export function PhoneStep({ failed }: { failed: (error: unknown) => void }) {
  const say = useWords()
  const router = useRouter()
  const [form] = Form.useForm<Typed>()
  const code = useMutation({
    mutationFn: (mobile: string) => call(askRegistrationCode, { body: { mobile } }),
    onError: failed,
  })
  const bind = useMutation({
    mutationFn: (typed: Typed) => call(bindPhone, { body: typed }),
    onSuccess: async () => {
      endAttempt()
      await sessionBegan()
      router.history.push('/me')
    },
    onError: failed,
  })
  const askCode = async () => {
    const typed = await form.validateFields(['mobile']).catch(() => null)
    if (typed) code.mutate(typed.mobile)
  }
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      // Who waits for one number need not wait for another.
      onValuesChange={({ mobile }) => mobile !== undefined && code.isError && code.reset()}
      onFinish={(typed) => bind.mutate(typed)}
    >
      <h2>{say({ zh: '手机验证信息', en: 'Verify your mobile' })}</h2>
      <Form.Item
        name="mobile"
        label={say({ zh: '手机号', en: 'Mobile number' })}
        required
        rules={[{ validator: async (_, typed: string) => mustBeMobile(typed, say) }]}
      >
        <Input type="tel" autoComplete="tel-national" maxLength={30} />
      </Form.Item>
      <ProblemAlert error={code.error} />
      <CodeField
        label={say({ zh: '手机验证码', en: 'Code' })}
        missing={say({ zh: '请填写手机验证码', en: 'Type the code' })}
        nextCodeAt={code.data?.nextCodeAt ?? null}
        retryAt={retryAtOf(code.error)}
        asking={code.isPending}
        ask={() => void askCode()}
        sent={{
          zh: '验证码已发送，24小时内均有效。收不到时请核对手机号，稍后重新获取。',
          en: 'The code is on its way; it is valid for 24 hours. Nothing arrives? Check the number and ask again.',
        }}
      />
      <ProblemAlert error={bind.error} />
      <Button type="primary" htmlType="submit" loading={bind.isPending}>
        {say({ zh: '完成注册', en: 'Finish' })}
      </Button>
      <Alert
        type="info"
        className="problem"
        title={say({ zh: '这个手机号很重要！', en: 'This mobile number matters!' })}
        description={
          <ol>
            <li>
              {say({
                zh: '本人手机号是日后登录本系统（包括实名制）的关键凭证！应实名属于本人保持长期稳定。',
                en: 'It is the key for signing in to this system and the real-name systems. It should be registered in your own name and stay yours.',
              })}
            </li>
            <li>
              {say({
                zh: '当本人手机号发生变更时，应携带身份证，至受理窗口，刷身份证并修改手机号。',
                en: 'When it changes, take your identity card to a window, have it read and the number changed.',
              })}
            </li>
          </ol>
        }
      />
    </Form>
  )
}
