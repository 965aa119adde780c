import { kindOf, type RecordKind } from '@zhuji/domain/record-kinds.ts'
import { Checkbox, Form } from 'antd'
import { useWords } from '../../app/language.tsx'

const careful = {
  original: {
    zh: '请如实、准确、审慎填报：经原件核对后，信息和扫描件均不得修改；用于资质申报并获批准后即冻结。',
    en: 'Be truthful, exact and prudent: once checked, neither data nor scan may change; once used in an approved application, it freezes.',
  },
  declaration: {
    zh: '请如实、准确、审慎填报：用于资质申报并获批准后即冻结，个人无权再修改。',
    en: 'Be truthful, exact and prudent: once used in an approved application, it freezes and you cannot change it.',
  },
} as const

const declared = {
  original: {
    zh: '我确认以上信息与证书一致，如实、准确、审慎。',
    en: 'I declare that this equals the certificate: truthful, exact and prudent.',
  },
  declaration: {
    zh: '我确认以上信息属实，如实、准确、审慎。',
    en: 'I declare that this is true: truthful, exact and prudent.',
  },
} as const

/** What the record may later decide, and the person's word for it (R4.10, G66). */
export function Declaration({ kind }: { kind: RecordKind }) {
  const say = useWords()
  const { evidence, decides } = kindOf(kind)
  const how = evidence === 'original' ? 'original' : 'declaration'
  const mustDeclare = async (_: unknown, isDeclared: boolean) => {
    if (isDeclared) return
    throw new Error(
      say({
        zh: '请确认所填信息如实、准确、审慎',
        en: 'Please declare that this is truthful, exact and prudent',
      }),
    )
  }
  return (
    <>
      <div className="careful">
        <p>{say(careful[how])}</p>
        <p>{say(decides)}</p>
      </div>
      <Form.Item name="declared" valuePropName="checked" rules={[{ validator: mustDeclare }]}>
        <Checkbox>{say(declared[how])}</Checkbox>
      </Form.Item>
    </>
  )
}
