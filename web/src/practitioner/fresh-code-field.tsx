import { useMutation } from '@tanstack/react-query'
import { askFreshCode } from '@zhuji/contract/fresh-codes.ts'
import type { FreshCodePurpose } from '@zhuji/domain/dynamic-password.ts'
import type { InputRef } from 'antd'
import { useRef } from 'react'
import { call } from '../app/call.ts'
import { useWords } from '../app/language.tsx'
import { CodeField } from '../parts/code-field.tsx'
import { ProblemAlert, retryAtOf } from '../ui/problem-alert.tsx'
import { usePersonId } from './profile.ts'

/** 验证码 for an act that weighs more (R3.4): the field `code` of the form that it stands in, asked for by itself. */
export function FreshCodeField({ purpose }: { purpose: FreshCodePurpose }) {
  const say = useWords()
  const personId = usePersonId()
  const input = useRef<InputRef>(null)
  const code = useMutation({
    mutationFn: () => call(askFreshCode, { params: { personId }, body: { purpose } }),
    onSuccess: () => input.current?.focus(),
  })
  const mobile = code.data?.mobile ?? ''
  return (
    <>
      <CodeField
        label={say({ zh: '短信验证码', en: 'Code by text message' })}
        missing={say({ zh: '请填写短信验证码', en: 'Type the code' })}
        button={{ zh: '获取验证码', en: 'Get a code' }}
        before={{
          zh: '为确认是您本人操作，验证码将发送到您绑定的手机。登录用的24小时密码在这里无效。',
          en: 'To be sure that it is you, a code goes to your bound mobile. The 24-hour password does not work here.',
        }}
        sent={{
          zh: `验证码已发送到 ${mobile}，10分钟内有效，仅可使用一次。请勿告知他人。`,
          en: `The code was sent to ${mobile}; it is valid for 10 minutes and works once. Tell it to nobody.`,
        }}
        nextCodeAt={code.data?.nextCodeAt ?? null}
        retryAt={retryAtOf(code.error)}
        asking={code.isPending}
        ask={() => code.mutate()}
        input={input}
      />
      <ProblemAlert error={code.error} />
    </>
  )
}
