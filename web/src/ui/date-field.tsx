import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useLanguage, useWords } from '../app/language.tsx'

interface Props {
  id?: string
  /** YYYY-MM-DD. */
  value?: string | null
  onChange?: (date: string | null) => void
  onBlur?: () => void
  disabled?: boolean
  label?: string
  /** Shown as 2016年03月05日 in Chinese, not as the card prints dates. */
  inWords?: boolean
}

// The first is shown; the others may be typed.
const printed = ['YYYY.MM.DD', 'YYYYMMDD', 'YYYY-MM-DD', 'YYYY/M/D', 'YYYY年M月D日']
const words = ['YYYY年MM月DD日', 'YYYY年M月D日', ...printed]
const iso = ['YYYY-MM-DD', ...printed]

/** A date to pick or to type, kept as YYYY-MM-DD. */
export function DateField({ id, value, onChange, onBlur, disabled, label, inWords = false }: Props) {
  const say = useWords()
  const { language } = useLanguage()
  const inLanguage = language === 'zh' ? words : iso
  return (
    <DatePicker
      {...(id && { id })}
      value={value ? dayjs(value) : null}
      onChange={(date) => onChange?.(date ? date.format('YYYY-MM-DD') : null)}
      // A date typed in full counts at once: whoever presses the form's button next has not left the field yet.
      onCalendarChange={(date) => {
        if (date && !Array.isArray(date)) onChange?.(date.format('YYYY-MM-DD'))
      }}
      {...(onBlur && { onBlur })}
      {...(disabled !== undefined && { disabled })}
      {...(label && { 'aria-label': label })}
      // Enter takes the date; it must not send the form as well.
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      allowClear={false}
      format={inWords ? inLanguage : printed}
      placeholder={inWords ? say({ zh: '年月日，可输入如 20160305', en: 'Such as 20160305' }) : 'YYYY.MM.DD'}
      className="date-field"
    />
  )
}
