import { listEntry, lists } from '@zhuji/domain/lists.ts'
import type { Field, ListValue } from '@zhuji/domain/record-declaration.ts'
import { Input, Select } from 'antd'
import { useWords } from '../../app/language.tsx'

interface Props {
  field: Extract<Field, { type: 'list' }>
  /** Copied from a certificate, or told by the person. */
  printed: boolean
  id?: string
  value?: ListValue | null
  onChange?: (value: ListValue | null) => void
  onBlur?: () => void
}

const notListed = ''
/** Longer lists than this are searched by typing; shorter ones open without a keyboard. */
const shortList = 8

type Option = { label: string }
/** What was typed itself comes first, then what begins with it. */
const nearest = (a: Option, b: Option, { searchValue }: { searchValue: string }): number => {
  const off = ({ label }: Option) => (label === searchValue ? 0 : label.startsWith(searchValue) ? 1 : 2)
  return off(a) - off(b)
}

/** A listed field keeps the list's code and the words as printed; the printed words may differ (R4.13). */
export function ListField({ field, printed, id, value, onChange, onBlur }: Props) {
  const say = useWords()
  const entries = lists[field.list]
  const listed = entries.map(({ code, name }) => ({ value: code as string, label: name as string }))
  const other = {
    value: notListed,
    label: printed
      ? say({ zh: '列表中没有，按证书原文填写', en: 'Not in the list: as printed' })
      : say({ zh: '列表中没有，自行填写', en: 'Not in the list: in my own words' }),
  }
  const own = printed ? { zh: '证书上的写法', en: 'As printed' } : { zh: '实际名称', en: 'In words' }
  const isLong = entries.length > shortList
  const choose = (code: string | undefined) => {
    if (code === undefined) return onChange?.(null)
    const entry = listEntry(field.list, code)
    onChange?.({ text: entry?.name ?? '', code: entry ? code : null })
  }
  return (
    <div className="list-field">
      <Select
        {...(id && { id })}
        {...(isLong && { showSearch: { optionFilterProp: 'label', filterSort: nearest } })}
        allowClear={!field.required}
        options={field.closed ? listed : [...listed, other]}
        {...(value && { value: value.code ?? notListed })}
        onChange={choose}
        {...(onBlur && { onBlur })}
        placeholder={
          isLong
            ? say({ zh: '选择，或输入文字查找', en: 'Choose, or type to search' })
            : say({ zh: '请选择', en: 'Choose' })
        }
      />
      {value && !field.closed && (
        <Input
          prefix={<span className="hint">{say({ zh: `${own.zh}：`, en: `${own.en}:` })}</span>}
          aria-label={say({ zh: `${field.label.zh}：${own.zh}`, en: `${field.label.en}: ${own.en}` })}
          value={value.text}
          maxLength={field.maxLength}
          onChange={({ target }) => onChange?.({ ...value, text: target.value })}
          {...(onBlur && { onBlur })}
        />
      )}
    </div>
  )
}
