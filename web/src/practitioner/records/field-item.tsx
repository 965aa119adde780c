import { kindOf, type RecordKind } from '@zhuji/domain/record-kinds.ts'
import { Checkbox, Form, Input } from 'antd'
import { useWords } from '../../app/language.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { useToday } from '../profile.ts'
import { fieldProblem, fieldsBearingOn, type TypedValues } from './field-values.ts'
import { ListField } from './list-field.tsx'

interface Props {
  kind: RecordKind
  name: string
}

/** One field of the form as the declaration has it: label, hint, required mark, input, its own check on leaving. */
export function FieldItem({ kind, name }: Props) {
  const say = useWords()
  const today = useToday()
  const field = kindOf(kind).fields[name]
  if (!field) return null
  const check = ({ getFieldsValue }: { getFieldsValue: () => TypedValues }) => ({
    validator: async () => {
      const problem = fieldProblem(kind, name, getFieldsValue(), today)
      if (problem) throw new Error(say(problem))
    },
  })
  const isFlag = field.type === 'flag'
  return (
    <Form.Item
      name={name}
      required={field.required}
      rules={[check]}
      dependencies={fieldsBearingOn(kind, name)}
      {...(!isFlag && { label: say(field.label) })}
      {...(isFlag && { valuePropName: 'checked' })}
      {...(field.hint && { extra: say(field.hint) })}
    >
      {field.type === 'text' && <Input maxLength={field.maxLength} autoComplete="off" />}
      {field.type === 'date' && <DateField />}
      {field.type === 'flag' && <Checkbox>{say(field.label)}</Checkbox>}
      {field.type === 'list' && <ListField field={field} />}
    </Form.Item>
  )
}
