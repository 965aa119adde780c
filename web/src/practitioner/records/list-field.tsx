import { listEntry, lists } from '@zhuji/domain/lists.ts'
import type { Field, ListValue } from '@zhuji/domain/record-declaration.ts'
import { Input, Select } from 'antd'
import { useWords } from '../../app/language.tsx'

interface Props {
  field: Extract<Field, { type: 'list' }>
  id?: string
  value?: ListValue | null
  onChange?: (value: ListValue | null) => void
  onBlur?: () => void
}

const notListed = ''

/** A listed field keeps the list's code and the words as printed; the printed words may differ (R4.13). */
export function ListField({ field, id, value, onChange, onBlur }: Props) {
  const say = useWords()
  const options = [
    ...lists[field.list].map(({ code, name }) => ({ value: code as string, label: name as string })),
    { value: notListed, label: say({ zh: '列表中没有，按证书原文填写', en: 'Not in the list: as printed' }) },
  ]
  const choose = (code: string | undefined) => {
    if (code === undefined) return onChange?.(null)
    const entry = listEntry(field.list, code)
    onChange?.({ text: entry?.name ?? '', code: entry ? code : null })
  }
  return (
    <div className="list-field">
      <Select
        {...(id && { id })}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear
        options={options}
        {...(value && { value: value.code ?? notListed })}
        onChange={choose}
        {...(onBlur && { onBlur })}
        placeholder={say({ zh: '输入文字可查找', en: 'Type to search' })}
      />
      {value && (
        <Input
          prefix={<span className="hint">{say({ zh: '证书上的写法：', en: 'As printed:' })}</span>}
          aria-label={say({ zh: `${field.label.zh}：证书上的写法`, en: `${field.label.en}, as printed` })}
          value={value.text}
          maxLength={field.maxLength}
          onChange={({ target }) => onChange?.({ ...value, text: target.value })}
          {...(onBlur && { onBlur })}
        />
      )}
    </div>
  )
}
