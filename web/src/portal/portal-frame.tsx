import type { Language, Words } from '@zhuji/domain/words.ts'
import type { ReactNode } from 'react'
import { languageTags } from '../app/language-cookie.ts'
import { largeTypeClass } from '../app/type-cookie.ts'
import css from './portal.css?inline'
import type { PortalPageName } from './render-portal.tsx'

const titles: Record<PortalPageName, Words> = {
  home: { zh: '上海建筑建材业网上办事大厅', en: 'Shanghai construction services online' },
  people: { zh: '人员', en: 'People' },
  windows: { zh: '受理窗口', en: 'Service windows' },
  guide: { zh: '用户指南', en: 'User guide' },
  notice: { zh: '个人信息处理告知', en: 'How your personal data are processed' },
}

const navigation: readonly { page: PortalPageName; href: string; words: Words }[] = [
  { page: 'home', href: '/', words: { zh: '首页', en: 'Home' } },
  { page: 'people', href: '/people', words: { zh: '人员', en: 'People' } },
  { page: 'windows', href: '/windows', words: { zh: '受理窗口', en: 'Service windows' } },
  { page: 'guide', href: '/guide', words: { zh: '用户指南', en: 'User guide' } },
]

interface Props {
  page: PortalPageName
  language: Language
  demo: boolean
  large: boolean
  nonce: string
  children: ReactNode
}

/** Head, header, navigation and footer of every public page. */
export function PortalFrame({ page, language, demo, large, nonce, children }: Props) {
  const say = (words: Words) => words[language]
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <html lang={languageTags[language]} {...(large && { className: largeTypeClass })}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0b5cab" />
        <title>{`${say(titles[page])} · 筑籍`}</title>
        <link rel="icon" type="image/svg+xml" href="/icon.svg" />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own style sheet, read at build time */}
        <style nonce={nonce} dangerouslySetInnerHTML={{ __html: css }} />
      </head>
      <body>
        <a className="skip-link" href="#content">
          {say({ zh: '跳到正文', en: 'Skip to content' })}
        </a>
        {demo && <DemoMark say={say} />}
        <header className="top">
          <a className="brand" href="/">
            <strong>{say(titles.home)}</strong>
            <span>
              {say({ zh: '建设工程企业从业人员信息采集', en: 'Register of construction practitioners' })}
            </span>
          </a>
          <div className="tools">
            <a href={`?language=${other}`} lang={languageTags[other]} hrefLang={languageTags[other]}>
              {other === 'en' ? 'English' : '中文'}
            </a>
            <a href={`?type=${large ? 'usual' : 'large'}`}>
              {large ? say({ zh: '标准版', en: 'Usual type' }) : say({ zh: '大字版', en: 'Large type' })}
            </a>
            <a className="button" href="/sign-in">
              {say({ zh: '登录', en: 'Sign in' })}
            </a>
          </div>
        </header>
        <nav className="main-nav" aria-label={say({ zh: '主导航', en: 'Main' })}>
          <ul>
            {navigation.map((item) => (
              <li key={item.page}>
                <a href={item.href} aria-current={item.page === page ? 'page' : undefined}>
                  {say(item.words)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <footer>
          <p>
            {say({
              zh: '遇到问题？可就近到任一受理窗口咨询。',
              en: 'Something unclear? Ask at any service window.',
            })}{' '}
            <a href="/notice">{say({ zh: '个人信息处理告知', en: 'Processing notice' })}</a>
            {' · '}
            <a href="/window/sign-in">{say({ zh: '窗口工作人员登录', en: 'Sign in as window staff' })}</a>
          </p>
        </footer>
      </body>
    </html>
  )
}

function DemoMark({ say }: { say: (words: Words) => string }) {
  return (
    <aside className="demo" aria-label={say({ zh: '演示环境', en: 'Demo' })}>
      <strong>{say({ zh: '演示环境', en: 'Demo' })}</strong>{' '}
      {say({
        zh: '人员、短信与读卡器均为模拟。',
        en: 'People, text messages and the card reader are simulated.',
      })}{' '}
      <a href="/demo">{say({ zh: '演示账号与短信', en: 'Demo accounts and messages' })}</a>
    </aside>
  )
}
