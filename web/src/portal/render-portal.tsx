import type { NoticeView } from '@zhuji/contract/notices.ts'
import type { WindowView } from '@zhuji/contract/portal.ts'
import type { Language } from '@zhuji/domain/words.ts'
import { renderToStaticMarkup } from 'react-dom/server'
import { GuidePage } from './guide-page.tsx'
import { HomePage } from './home-page.tsx'
import { NoticePage } from './notice-page.tsx'
import { PeoplePage } from './people-page.tsx'
import { PortalFrame } from './portal-frame.tsx'
import { WindowsPage } from './windows-page.tsx'

const pages = {
  home: HomePage,
  people: PeoplePage,
  windows: WindowsPage,
  guide: GuidePage,
  notice: NoticePage,
}

export type PortalPageName = keyof typeof pages

export interface PortalData {
  windows: readonly WindowView[]
  /** The processing notice in force, for its own page. */
  notice: NoticeView | null
  demo: boolean
  /** 大字版: the type is large. */
  large: boolean
  /** For the page's style element. */
  nonce: string
}

/** What every page of the portal is given. */
export interface PortalPageProps {
  windows: readonly WindowView[]
  notice: NoticeView | null
  say: (words: { zh: string; en: string }) => string
}

/** The whole HTML document of a public page; it needs no script. */
export function renderPortal(page: PortalPageName, data: PortalData, language: Language): string {
  const Page = pages[page]
  const say: PortalPageProps['say'] = (words) => words[language]
  const document = renderToStaticMarkup(
    <PortalFrame page={page} language={language} demo={data.demo} large={data.large} nonce={data.nonce}>
      <Page windows={data.windows} notice={data.notice} say={say} />
    </PortalFrame>,
  )
  return `<!doctype html>${document}`
}
