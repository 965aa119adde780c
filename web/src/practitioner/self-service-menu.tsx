import { Link, useLocation } from '@tanstack/react-router'
import { type SectionName, sectionNames, sections } from '@zhuji/domain/sections.ts'
import type { Words } from '@zhuji/domain/words.ts'
import { useWords } from '../app/language.tsx'
import { useNarrow } from '../app/use-narrow.ts'
import { UnreadBadge } from './messages/unread-badge.tsx'
import { sectionPath } from './overview/section-paths.ts'
import { SpecialNotice } from './special-notice.tsx'

const overview = { to: '/me', words: { zh: '信息概览', en: 'Overview' } } as const
const ofSection = (section: SectionName) => ({ to: sectionPath(section), words: sections[section].name })

/** Beside the guide's ten sections: what the person may ask of the system. */
const trust = [
  { to: '/me/messages', words: { zh: '消息', en: 'Messages' } },
  { to: '/me/accesses', words: { zh: '谁查看过我的信息', en: 'Who has seen my data' } },
  { to: '/me/export', words: { zh: '导出我的信息', en: 'Export my data' } },
  { to: '/me/notice', words: { zh: '告知与同意', en: 'Notice and consent' } },
] as const satisfies readonly { to: string; words: Words }[]

const entries = [overview, ...sectionNames.map(ofSection), ...trust]

/** 自助服务: the ten sections in the guide's order and what belongs to the person's own (G28, G139). */
export function SelfServiceMenu() {
  const narrow = useNarrow()
  return (
    <div className="side">
      {narrow ? <FoldedMenu /> : <OpenMenu />}
      <SpecialNotice />
    </div>
  )
}

function OpenMenu() {
  const say = useWords()
  return (
    <nav className="self-service" aria-labelledby="self-service">
      <h2 id="self-service">{say({ zh: '自助服务', en: 'Self-service' })}</h2>
      <Entries />
    </nav>
  )
}

/** On a phone the menu tells where one is and opens on demand; another page folds it again. */
function FoldedMenu() {
  const say = useWords()
  const { pathname } = useLocation()
  const here = entries.find(({ to }) => to === pathname) ?? overview
  return (
    <nav className="self-service" aria-label={say({ zh: '自助服务', en: 'Self-service' })}>
      <details key={pathname}>
        <summary>
          <span>
            {say({ zh: '自助服务', en: 'Self-service' })}
            <UnreadBadge />
          </span>
          <span className="hint">{say(here.words)}</span>
        </summary>
        <Entries />
      </details>
    </nav>
  )
}

function Entries() {
  const say = useWords()
  return (
    <ul>
      {entries.map(({ to, words }) => (
        <li key={to} className={to === trust[0].to ? 'menu-apart' : undefined}>
          <Link to={to} activeOptions={{ exact: true, includeSearch: false }}>
            {say(words)}
            {to === '/me/messages' && <UnreadBadge />}
          </Link>
        </li>
      ))}
    </ul>
  )
}
