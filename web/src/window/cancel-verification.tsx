import { Form, Input, Modal } from 'antd'
import { useWords } from '../app/language.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import type { useDecision } from './verification-queries.ts'

interface Props {
  isOpen: boolean
  close(): void
  cancel: ReturnType<typeof useDecision>['cancel']
  version: number
}

/** Asks for the reason, which stays in the record's history (R6.4, R6.9). */
export function CancelVerification({ isOpen, close, cancel, version }: Props) {
  const say = useWords()
  const [form] = Form.useForm<{ reason: string }>()
  return (
    <Modal
      open={isOpen}
      title={say({ zh: '取消原件核对', en: 'Cancel the verification' })}
      okText={say({ zh: '确认取消原件核对', en: 'Cancel the verification' })}
      okButtonProps={{ danger: true, loading: cancel.isPending }}
      cancelText={say({ zh: '返回', en: 'Back' })}
      onOk={form.submit}
      onCancel={() => {
        cancel.reset()
        close()
      }}
      afterOpenChange={(open) => open && form.getFieldInstance('reason')?.focus()}
      destroyOnHidden
    >
      <p>
        {say({
          zh: '取消后该信息由 C 级退回 D 级，本人可以修改，修改后须重新核对原件。',
          en: 'It goes back from C to D: the person can change it, and the original must then be checked again.',
        })}
      </p>
      <Form
        form={form}
        layout="vertical"
        onFinish={({ reason }) => cancel.mutate({ version, reason: reason.trim() }, { onSuccess: close })}
      >
        <Form.Item
          name="reason"
          label={say({ zh: '取消理由', en: 'Reason' })}
          rules={[
            {
              required: true,
              whitespace: true,
              min: 2,
              message: say({
                zh: '请写明理由（至少 2 个字）',
                en: 'State the reason (at least 2 characters)',
              }),
            },
          ]}
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      </Form>
      <ProblemAlert error={cancel.error} />
    </Modal>
  )
}
