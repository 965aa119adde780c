import { useMutation } from '@tanstack/react-query'
import { fileSignature, type SignatureView } from '@zhuji/contract/signatures.ts'
import { App, Button, Form } from 'antd'
import { call } from '../../app/call.ts'
import { useInstant } from '../../app/instant.ts'
import { useWords } from '../../app/language.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { FreshCodeField } from '../fresh-code-field.tsx'
import { usePersonId } from '../profile.ts'
import { SignaturePicture } from './signature-picture.tsx'
import { refreshSignatures } from './signature-queries.ts'

interface Props {
  signature: SignatureView
  /** A filed one stands until this one is confirmed. */
  replaces: boolean
}

/** The person looks at what was cut out and says with a fresh code that it is theirs (R10.2, R10.3, R3.4). */
export function SignatureConfirmation({ signature, replaces }: Props) {
  const say = useWords()
  const instant = useInstant()
  const personId = usePersonId()
  const { message } = App.useApp()
  const file = useMutation({
    mutationFn: ({ code }: { code: string }) =>
      call(fileSignature, { params: { personId, signatureId: signature.id }, body: { code } }),
    onSuccess: async () => {
      await refreshSignatures(personId)
      void message.success(say({ zh: '签名已确认提交', en: 'Your signature is filed' }))
    },
  })
  return (
    <section className="signature-block signature-waiting" aria-labelledby="signature-waiting">
      <h2 id="signature-waiting">{say({ zh: '请确认签名', en: 'Please confirm your signature' })}</h2>
      <p>
        {say({
          zh: `${instant(signature.uploadedAt)} 上传，已从表上裁出签名，尚未提交。请看清楚是否完整、清晰。`,
          en: `Uploaded ${instant(signature.uploadedAt)}; the signature was cut out and is not filed yet. See that it is whole and clear.`,
        })}
      </p>
      <SignaturePicture signature={signature} />
      <p>
        {replaces
          ? say({
              zh: '确认提交后，将以此签名为准；原签名保留备查，不会删除。',
              en: 'Once filed it takes the place of the signature below, which is kept.',
            })
          : say({
              zh: '提交后作为您的备案签名，供管理部门核对；以后可以更换，已提交的签名保留备查，不会删除。',
              en: 'Once filed it is your specimen for the authorities to compare with. You may replace it later; what was filed is kept.',
            })}
      </p>
      <Form layout="vertical" className="signature-code" onFinish={(values) => file.mutate(values)}>
        <FreshCodeField purpose="signature" />
        <Button type="primary" htmlType="submit" loading={file.isPending}>
          {say({ zh: '是我的签名，确认提交', en: 'This is my signature: file it' })}
        </Button>
      </Form>
      <ProblemAlert error={file.error} />
      <p className="hint">
        {say({
          zh: '不完整或不满意？重新签一张，在下面再次“上传”即可，这一份不会提交。',
          en: 'Not whole, or not to your liking? Sign another form and upload it below; this one is then not filed.',
        })}
      </p>
    </section>
  )
}
