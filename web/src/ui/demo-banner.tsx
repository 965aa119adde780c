import { useWords } from '../app/language.tsx'
import { useSession } from '../app/session.ts'

/** Marks every page of a demo installation. */
export function DemoBanner() {
  const say = useWords()
  if (useSession()?.mode !== 'demo') return null
  return (
    <aside className="demo-banner" aria-label={say({ zh: '演示环境', en: 'Demo' })}>
      <strong>{say({ zh: '演示环境', en: 'Demo' })}</strong>
      <span>
        {say({
          zh: '人员、短信与读卡器均为模拟。',
          en: 'People, text messages and the card reader are simulated.',
        })}
      </span>
      <a href="/demo">{say({ zh: '演示账号与短信', en: 'Demo accounts and messages' })}</a>
    </aside>
  )
}
