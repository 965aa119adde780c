import { useMutation } from '@tanstack/react-query'
import { ProblemError } from '@zhuji/contract/client.ts'
import { askPhoneChangeCode, completePhoneChange } from '@zhuji/contract/phone-changes.ts'
import { Button, Form, Input, type InputRef } from 'antd'
import { useRef } from 'react'
import { call } from '../app/call.ts'
import { useWords } from '../app/language.tsx'
import { CodeField } from '../parts/code-field.tsx'
import { mustBeMobile } from '../ui/mobile-rule.ts'
import { ProblemAlert, retryAtOf } from '../ui/problem-alert.tsx'
import { useNow } from '../ui/use-now.ts'

interface Typed {
  mobile: string
  code: string
}

interface Props {
  changeId: string
  expiresAt: string
  again(): void
  done(): void
}

const secondsUntil = (instant: string | undefined, now: number): number =>
  instant ? Math.max(0, Math.ceil((Date.parse(instant) - now) / 1000)) : 0

/** 新手机号, 动态密码 with 获取24小时密码, 保存 (G26). */
export function PhoneChangeForm({ changeId: id, expiresAt, again, done }: Props) {
  const say = useWords()
  const [form] = Form.useForm<Typed>()
  const codeInput = useRef<InputRef>(null)
  const code = useMutation({
    mutationFn: (mobile: string) => call(askPhoneChangeCode, { params: { id }, body: { mobile } }),
    onSuccess: () => codeInput.current?.focus(),
  })
  const save = useMutation({
    mutationFn: (body: Typed) => call(completePhoneChange, { params: { id }, body }),
    onSuccess: done,
    onError: () => codeInput.current?.select(),
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
      onFinish={(typed) => save.mutate(typed)}
    >
      <Form.Item
        name="mobile"
        label={say({ zh: '新手机号', en: 'New mobile number' })}
        required
        extra={say({
          zh: '须为实名属于本人、保持长期稳定的手机号。',
          en: 'It should be registered in the person’s own name and stay theirs.',
        })}
        rules={[{ validator: async (_, typed: string) => mustBeMobile(typed, say) }]}
      >
        <Input type="tel" autoFocus autoComplete="off" maxLength={30} />
      </Form.Item>
      <CodeField
        label={say({ zh: '动态密码', en: 'Code' })}
        missing={say({ zh: '请填写动态密码', en: 'Enter the code' })}
        input={codeInput}
        elsewhere
        nextCodeAt={code.data?.nextCodeAt ?? null}
        retryAt={retryAtOf(code.error)}
        asking={code.isPending}
        ask={() => void askCode()}
        before={{
          zh: '请输入新手机号后点击“获取24小时密码”按钮',
          en: 'Enter the new number, then press “Get the 24-hour password”',
        }}
        sent={{
          zh: '密码已发送到新手机号，24小时内有效，仅可使用一次。',
          en: 'The code was sent to the new number; it is valid for 24 hours and works once.',
        }}
      />
      <ProblemAlert error={code.error} />
      <ProblemAlert error={save.error} />
      <div className="phone-change-acts">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {say({ zh: '保存', en: 'Save' })}
        </Button>
        <TimeLeft expiresAt={expiresAt} isOver={isOver(code.error) || isOver(save.error)} again={again} />
      </div>
    </Form>
  )
}

const isOver = (error: unknown): boolean =>
  error instanceof ProblemError && ['phone-change-over', 'phone-change-read-old'].includes(error.problem.code)

/** A change lasts ten minutes, so that it is surely the person who stands there. */
function TimeLeft({ expiresAt, isOver, again }: { expiresAt: string; isOver: boolean; again(): void }) {
  const say = useWords()
  const left = secondsUntil(expiresAt, useNow(1000))
  if (!isOver && left > 0)
    return (
      <span className="quiet">
        {say({
          zh: `请在 ${Math.ceil(left / 60)} 分钟内保存`,
          en: `To be saved within ${Math.ceil(left / 60)} minutes`,
        })}
      </span>
    )
  return (
    <>
      <span className="bad" role="status">
        {say({ zh: '已超过10分钟，请重新刷证。', en: 'Ten minutes are over: read the card again.' })}
      </span>
      <Button onClick={again}>
        {say({ zh: '重新刷证', en: 'Read again' })} <kbd>F2</kbd>
      </Button>
    </>
  )
}
