import { refusalReasonWords } from '@zhuji/domain/original-verification.ts'
import type { Words } from '@zhuji/domain/words.ts'
import { Alert } from 'antd'
import { useLanguage, useWords } from '../app/language.tsx'
import type { WorkRecord } from './verification-queries.ts'

/** What a window last said of this certificate while it is not verified: the clerk looks there first (R7.5, R6.4). */
export function EarlierAnswer({ record }: { record: WorkRecord }) {
  const say = useWords()
  const { language } = useLanguage()
  const day = (at: string) =>
    new Date(at).toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: 'Asia/Shanghai' })
  const { cancellation, lastRefusal } = record
  if (cancellation !== null)
    return (
      <Alert
        type="warning"
        showIcon
        title={say({
          zh: `上次取消核对：${cancellation.officeName}，${day(cancellation.at)}`,
          en: `Last verification cancelled: ${cancellation.officeName}, ${day(cancellation.at)}`,
        })}
        description={say({ zh: `理由：${cancellation.reason}`, en: `Reason: ${cancellation.reason}` })}
      />
    )
  if (lastRefusal === null) return null
  const reasons = lastRefusal.reasons.map((reason) => say(refusalReasonWords[reason]))
  const all = [...reasons, ...(lastRefusal.note === null ? [] : [lastRefusal.note])]
  return (
    <Alert
      type="warning"
      showIcon
      title={say(titleOf(record.refusal === null, lastRefusal.officeName, day(lastRefusal.at)))}
      description={all.join(language === 'zh' ? '；' : '; ')}
    />
  )
}

const titleOf = (isChanged: boolean, office: string, day: string): Words => ({
  zh: `上次未予核对：${office}，${day}（${isChanged ? '此后本人已修改' : '此后本人没有修改'}）`,
  en: `Last refused: ${office}, ${day} (${isChanged ? 'changed since by the person' : 'not changed since'})`,
})
