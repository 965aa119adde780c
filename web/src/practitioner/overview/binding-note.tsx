import { Alert } from 'antd'
import { useWords } from '../../app/language.tsx'
import { useSession } from '../../app/session.ts'

/** An enterprise brought the card: the first binding is marked until the person confirms it (R2.9). */
export function BindingNote() {
  const say = useWords()
  const actor = useSession()?.actor
  if (actor?.role !== 'practitioner' || !actor.bindingToConfirm) return null
  return (
    <Alert
      type="warning"
      showIcon
      className="problem"
      title={say({
        zh: '您的证件由企业代为刷证，手机号绑定尚待确认。',
        en: 'Your card was brought by an enterprise; the binding of your mobile is still to be confirmed.',
      })}
      description={say({
        zh: '下次到窗口时，请出示身份证，由窗口确认该手机号属于您本人。',
        en: 'At your next visit show your card, and the window confirms that the number is yours.',
      })}
    />
  )
}
