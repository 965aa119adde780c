import type { Field } from '@zhuji/domain/record-declaration.ts'
import { Checkbox, Input } from 'antd'
import type { ChangeEvent } from 'react'
import { useWords } from '../../app/language.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { FullNameField } from './full-name-field.tsx'
import { ListField } from './list-field.tsx'

type TextField = Extract<Field, { type: 'text' }>

interface Props {
  field: Field
  /** Copied from a certificate, or told by the person. */
  printed: boolean
}

/** The input that a field's declaration calls for; value, id and the like are handed on from the form's item. */
export function FieldInput({ field, printed, ...handed }: Props) {
  const say = useWords()
  switch (field.type) {
    case 'text':
      return <TextInput field={field} {...handed} />
    case 'date':
      return <DateField inWords {...handed} />
    case 'list':
      return <ListField field={field} printed={printed} {...handed} />
    case 'flag':
      return <Checkbox {...handed}>{say(field.label)}</Checkbox>
  }
}

function TextInput({ field, ...handed }: { field: TextField }) {
  const { maxLength } = field
  if (field.fullName)
    return <FullNameField list={field.fullName} label={field.label} maxLength={maxLength} {...handed} />
  if (field.long) return <LongInput maxLength={maxLength} {...handed} />
  return (
    <Input
      maxLength={maxLength}
      autoComplete="off"
      {...(field.format === 'telephone' && { inputMode: 'tel' as const })}
      {...handed}
    />
  )
}

interface LongProps {
  maxLength: number
  onChange?: (text: string) => void
}

/** Several lines to see, one line kept, as the contract takes it. */
function LongInput({ onChange, ...handed }: LongProps) {
  const keep = ({ target }: ChangeEvent<HTMLTextAreaElement>) =>
    onChange?.(target.value.replaceAll(/\s*\n\s*/g, ' '))
  // Fitting itself to its text it would measure in an element that our policy of styles leaves on the page.
  return <Input.TextArea {...handed} rows={4} showCount onChange={keep} />
}
