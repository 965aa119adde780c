import { specialNotices } from '@zhuji/domain/guide-notices.ts'
import { useWords } from '../app/language.tsx'

/** 特别提示 on the scans and the signature form to prepare (G6, G29). */
export function SpecialNotice() {
  const say = useWords()
  return (
    <aside className="special" aria-labelledby="special-notice">
      <h2 id="special-notice">{say({ zh: '特别提示：', en: 'Please note' })}</h2>
      {specialNotices.map((notice) => (
        <p key={notice.en}>{say(notice)}</p>
      ))}
    </aside>
  )
}
