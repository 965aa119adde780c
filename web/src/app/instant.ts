import { formatDateZh } from '@zhuji/domain/dates.ts'
import { useCallback } from 'react'
import { useLanguage } from './language.tsx'

const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** Gives a function that writes an instant of the server as people here read it, to the minute: 2016年03月05日 09:30. */
export function useInstant(): (at: string) => string {
  const { language } = useLanguage()
  return useCallback(
    (at: string) => {
      const [date = '', time = ''] = shanghai.format(new Date(at)).split(' ')
      return `${language === 'zh' ? formatDateZh(date) : date} ${time}`
    },
    [language],
  )
}
