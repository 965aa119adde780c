import { useMutation } from '@tanstack/react-query'
import { objectToCredit } from '@zhuji/contract/credit-objections.ts'
import type { RecordView } from '@zhuji/contract/records.ts'
import { Button, Drawer, Form, Input } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { draftOf, forgetDraft, keepDraft, personDraft } from '../../app/drafts.ts'
import { useWords } from '../../app/language.tsx'
import { newId } from '../../app/new-id.ts'
import { queryClient } from '../../app/query-client.ts'
import { useNarrow } from '../../app/use-narrow.ts'
import { useOnline } from '../../app/use-online.ts'
import { usePersonId } from '../profile.ts'
import { RecordFacts } from '../records/record-facts.tsx'
import { SaveOutcome } from '../records/record-form-notes.tsx'
import { objectionsQuery } from './objections.ts'

interface Draft {
  /** Chosen once, so that sending twice makes one objection. */
  id: string
  text: string
}

/** 提出异议: the entry as it stands, and what the person says against it; what was typed is kept (G61). */
export function ObjectionDrawer({ record, close }: { record: RecordView; close: () => void }) {
  const say = useWords()
  const narrow = useNarrow()
  const online = useOnline()
  const personId = usePersonId()
  const draftName = personDraft(personId, `objection:${record.id}`)
  const [draft] = useState<Draft>(() => draftOf<Draft>(draftName) ?? { id: newId(), text: '' })
  const send = useMutation({
    mutationFn: ({ text }: { text: string }) =>
      call(objectToCredit, {
        params: { personId, recordId: record.id },
        body: { id: draft.id, version: record.version, text },
      }),
    onSuccess: async () => {
      forgetDraft(draftName)
      await queryClient.invalidateQueries({ queryKey: objectionsQuery(personId).queryKey })
      close()
    },
    onError: () => void queryClient.invalidateQueries({ queryKey: objectionsQuery(personId).queryKey }),
  })
  return (
    <Drawer
      open
      title={<h2 className="drawer-title">{say({ zh: '提出异议', en: 'Object to this entry' })}</h2>}
      size={narrow ? '100%' : 640}
      onClose={close}
      closable={{ 'aria-label': say({ zh: '关闭', en: 'Close' }) }}
    >
      <RecordFacts record={record} />
      <Form<{ text: string }>
        layout="vertical"
        className="objection-form"
        initialValues={{ text: draft.text }}
        onValuesChange={(_, { text }) => keepDraft(draftName, { ...draft, text } satisfies Draft)}
        onFinish={(typed) => send.mutate(typed)}
      >
        <Form.Item
          name="text"
          label={say({ zh: '异议理由', en: 'Your reasons' })}
          extra={say({
            zh: '请写明哪里与事实不符、事实是什么。材料可在处理时补交。',
            en: 'Say what is not true and what is. Papers may be handed in while it is dealt with.',
          })}
          rules={[
            {
              required: true,
              whitespace: true,
              message: say({ zh: '请填写异议理由', en: 'Please give your reasons' }),
            },
          ]}
        >
          <Input.TextArea maxLength={1000} showCount rows={6} />
        </Form.Item>
        <SaveOutcome
          error={send.error}
          isSaved={false}
          online={online}
          button={{ zh: '提交异议', en: 'Send' }}
        />
        <div className="buttons">
          <Button type="primary" htmlType="submit" loading={send.isPending} disabled={!online}>
            {say({ zh: '提交异议', en: 'Send' })}
          </Button>
          <Button onClick={close}>{say({ zh: '关闭', en: 'Close' })}</Button>
        </div>
      </Form>
    </Drawer>
  )
}
