import { Form, Input, Modal } from 'antd'
import { useWords } from '../app/language.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'

interface Props {
  isOpen: boolean
  title: string
  okText: string
  explanation: string
  isPending: boolean
  error: unknown
  close(): void
  give(reason: string): void
}

/** Asks for the reason of an act that somebody may later want explained. */
export function ReasonDialog({ isOpen, title, okText, explanation, isPending, error, close, give }: Props) {
  const say = useWords()
  const [form] = Form.useForm<{ reason: string }>()
  const tooShort = say({ zh: '请写明理由（至少 2 个字）', en: 'State the reason (at least 2 characters)' })
  return (
    <Modal
      open={isOpen}
      title={title}
      okText={okText}
      okButtonProps={{ danger: true, loading: isPending }}
      cancelText={say({ zh: '返回', en: 'Back' })}
      onOk={form.submit}
      onCancel={close}
      afterOpenChange={(open) => open && form.getFieldInstance('reason')?.focus()}
      destroyOnHidden
    >
      <p>{explanation}</p>
      <Form form={form} layout="vertical" onFinish={({ reason }) => give(reason.trim())}>
        <Form.Item
          name="reason"
          label={say({ zh: '理由', en: 'Reason' })}
          rules={[{ required: true, whitespace: true, min: 2, message: tooShort }]}
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      </Form>
      <ProblemAlert error={error} />
    </Modal>
  )
}
