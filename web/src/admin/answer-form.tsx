import { useMutation } from '@tanstack/react-query'
import { answerObjection, type objectionOutcomes } from '@zhuji/contract/credit-objections.ts'
import { Alert, Button, Form, Input, Radio } from 'antd'
import { call } from '../app/call.ts'
import { draftOf, forgetDraft, keepDraft } from '../app/drafts.ts'
import { useWords } from '../app/language.tsx'
import { queryClient } from '../app/query-client.ts'
import { ProblemAlert } from '../ui/problem-alert.tsx'

interface Typed {
  outcome: (typeof objectionOutcomes)[number]
  reason: string
}

interface Props {
  personId: string
  objectionId: string
}

/** Answers an objection with reasons that the person reads. */
export function AnswerForm({ personId, objectionId }: Props) {
  const say = useWords()
  const draft = `objection:${objectionId}`
  const answer = useMutation({
    mutationFn: ({ outcome, reason }: Typed) =>
      call(answerObjection, { params: { personId, objectionId }, body: { outcome, reason: reason.trim() } }),
    onSuccess: async () => {
      forgetDraft(draft)
      await queryClient.invalidateQueries({ queryKey: ['credit-objections'] })
    },
  })
  if (answer.data)
    return (
      <div role="status">
        <Alert
          type="success"
          showIcon
          role="none"
          className="problem"
          title={say({ zh: '已答复，结果已告知当事人。', en: 'Answered; the person has been told.' })}
        />
      </div>
    )
  return (
    <Form<Typed>
      name="answer"
      layout="vertical"
      validateTrigger="onBlur"
      initialValues={draftOf<Typed>(draft) ?? {}}
      onValuesChange={(_, typed) => keepDraft(draft, typed)}
      disabled={answer.isPending}
      onFinish={(typed) => answer.mutate(typed)}
    >
      <Form.Item
        name="outcome"
        label={say({ zh: '答复', en: 'Answer' })}
        rules={[{ required: true, message: say({ zh: '请选择答复', en: 'Choose an answer' }) }]}
        extra={say({
          zh: '异议成立的，由来源部门更正记录；本系统不直接修改第三方数据。',
          en: 'If it is upheld, the source corrects the entry: third-party data are not changed here.',
        })}
      >
        <Radio.Group>
          <Radio value="upheld">{say({ zh: '异议成立', en: 'Upheld' })}</Radio>
          <Radio value="rejected">{say({ zh: '异议不成立', en: 'Not upheld' })}</Radio>
        </Radio.Group>
      </Form.Item>
      <Form.Item
        name="reason"
        label={say({ zh: '理由（当事人可见）', en: 'Reasons (the person reads them)' })}
        rules={[
          { required: true, whitespace: true, message: say({ zh: '请写明理由', en: 'State the reasons' }) },
        ]}
      >
        <Input.TextArea rows={4} maxLength={1000} showCount />
      </Form.Item>
      <ProblemAlert error={answer.error} />
      <Button type="primary" htmlType="submit" loading={answer.isPending}>
        {say({ zh: '提交答复', en: 'Send the answer' })}
      </Button>
    </Form>
  )
}
