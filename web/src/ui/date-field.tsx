import { DatePicker } from 'antd'
import dayjs from 'dayjs'

interface Props {
  id?: string
  /** YYYY-MM-DD. */
  value?: string | null
  onChange?: (date: string | null) => void
  onBlur?: () => void
  disabled?: boolean
  label?: string
}

// The first is shown; the others may be typed.
const formats = ['YYYY.MM.DD', 'YYYYMMDD', 'YYYY-MM-DD', 'YYYY/M/D', 'YYYY年M月D日']

/** A date to pick or to type, kept as YYYY-MM-DD. */
export function DateField({ id, value, onChange, onBlur, disabled, label }: Props) {
  return (
    <DatePicker
      {...(id && { id })}
      value={value ? dayjs(value) : null}
      onChange={(date) => onChange?.(date ? date.format('YYYY-MM-DD') : null)}
      {...(onBlur && { onBlur })}
      {...(disabled !== undefined && { disabled })}
      {...(label && { 'aria-label': label })}
      // Enter takes the date; it must not send the form as well.
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      allowClear={false}
      format={formats}
      placeholder="YYYY.MM.DD"
      className="date-field"
    />
  )
}
