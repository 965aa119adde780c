import { useMutation } from '@tanstack/react-query'
import { voidPassword } from '@zhuji/contract/accounts.ts'
import { Alert, App, Button } from 'antd'
import { call } from '../../app/call.ts'
import { useWords } from '../../app/language.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'

const done = {
  zh: '当前密码已作废，下次登录请重新获取。',
  en: 'The password is void; ask for a new one at your next sign-in.',
} as const

/** Ends the 24-hour password before its time (R3.4). */
export function VoidPassword() {
  const say = useWords()
  const { modal } = App.useApp()
  const end = useMutation({ mutationFn: () => call(voidPassword, {}) })
  const ask = () =>
    modal.confirm({
      title: say({ zh: '作废当前24小时密码？', en: 'Void the 24-hour password?' }),
      content: say({
        zh: '作废后，下次登录须重新获取密码；本次登录不受影响。',
        en: 'For your next sign-in you ask for a new one; this visit goes on.',
      }),
      okText: say({ zh: '作废', en: 'Void it' }),
      onOk: () => end.mutateAsync().catch(() => {}),
    })
  return (
    <section className="void-password">
      <h2>{say({ zh: '登录密码', en: 'Password' })}</h2>
      <p>
        {say({
          zh: '动态密码24小时内可重复使用。如手机丢失或密码被他人看到，请立即作废。',
          en: 'The password may be used again within 24 hours. If somebody else saw it, void it at once.',
        })}
      </p>
      <Button onClick={ask} loading={end.isPending}>
        {say({ zh: '作废当前密码', en: 'Void the password' })}
      </Button>
      <div role="status">
        {end.isSuccess && <Alert type="success" showIcon role="none" className="problem" title={say(done)} />}
      </div>
      <ProblemAlert error={end.error} />
    </section>
  )
}
