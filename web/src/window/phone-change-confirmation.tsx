import { useMutation } from '@tanstack/react-query'
import { confirmBinding } from '@zhuji/contract/phone-changes.ts'
import { Alert, Button } from 'antd'
import { call } from '../app/call.ts'
import { useWords } from '../app/language.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'

/** A first binding after an enterprise's batch waits for the person's own word (R2.9). */
export function ConfirmBinding({ changeId: id, confirmed }: { changeId: string; confirmed(): void }) {
  const say = useWords()
  const confirm = useMutation({
    mutationFn: () => call(confirmBinding, { params: { id }, body: {} }),
    onSuccess: confirmed,
  })
  return (
    <>
      <Alert
        type="info"
        showIcon
        title={say({
          zh: '该手机号是企业批量刷证后首次绑定的，尚待本人确认。请本人核对：无误请确认，有误请在下方修改。',
          en: 'This number was first bound after an enterprise’s batch and waits for the person’s word: confirm it, or change it below.',
        })}
        action={
          <Button onClick={() => confirm.mutate()} loading={confirm.isPending}>
            {say({ zh: '号码无误，确认', en: 'The number is right' })}
          </Button>
        }
      />
      <ProblemAlert error={confirm.error} />
    </>
  )
}
