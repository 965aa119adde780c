import { type RecordHint, recordHintWords } from '@zhuji/domain/record-hints.ts'
import { kindOf, type RecordKind } from '@zhuji/domain/record-kinds.ts'
import { Form } from 'antd'
import { useWords } from '../../app/language.tsx'
import { useToday } from '../profile.ts'
import { FieldInput } from './field-input.tsx'
import { fieldProblem, fieldStanding, fieldsBearingOn, type TypedValues } from './field-values.ts'

interface Props {
  kind: RecordKind
  name: string
  typed: TypedValues
  hints: readonly RecordHint[]
}

/** One field of the form as the declaration has it: label, hint, required mark, input, its own check on leaving. */
export function FieldItem({ kind, name, typed, hints }: Props) {
  const say = useWords()
  const { fields, evidence } = kindOf(kind)
  const field = fields[name]
  const rules = useFieldRules(kind, name)
  const standing = fieldStanding(kind, name, typed)
  if (!field) return null
  if (!standing.shown) return standing.because && <p className="left-out">{say(standing.because)}</p>
  const isFlag = field.type === 'flag'
  const own = hints.filter((hint) => hint.field === name)
  return (
    <div className={field.type === 'text' && field.long ? 'field-wide' : undefined}>
      <Form.Item
        name={name}
        required={standing.asked}
        rules={rules}
        dependencies={fieldsBearingOn(kind, name)}
        {...(!isFlag && { label: say(field.label) })}
        {...(isFlag && { valuePropName: 'checked' })}
        {...(field.hint && { extra: say(field.hint) })}
      >
        <FieldInput field={field} printed={evidence === 'original'} />
      </Form.Item>
      <div aria-live="polite">
        {own.map(({ hint }) => (
          <p key={hint} className="suspicion">
            ⚠ {say(recordHintWords[hint])}
          </p>
        ))}
      </div>
    </div>
  )
}

function useFieldRules(kind: RecordKind, name: string) {
  const say = useWords()
  const today = useToday()
  return [
    ({ getFieldsValue }: { getFieldsValue: (all: true) => TypedValues }) => ({
      validator: async () => {
        const problem = fieldProblem(kind, name, getFieldsValue(true), today)
        if (problem) throw new Error(say(problem))
      },
    }),
  ]
}
