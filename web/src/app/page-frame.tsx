import { Button } from 'antd'
import { createContext, type ReactNode, use, useState } from 'react'
import { DemoBanner } from '../ui/demo-banner.tsx'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { TypeSwitch } from '../ui/type-switch.tsx'
import { useWords } from './language.tsx'
import { leave, useSession } from './session.ts'

const words = {
  skip: { zh: '跳到正文', en: 'Skip to content' },
  brand: { zh: '上海建筑建材业网上办事大厅', en: 'Shanghai construction services online' },
  product: { zh: '从业人员信息采集', en: 'Register of construction practitioners' },
  user: { zh: '用户名称', en: 'User' },
  signOut: { zh: '安全退出', en: 'Sign out' },
  home: { zh: '首页', en: 'Home' },
  guide: { zh: '用户指南', en: 'User guide' },
  windows: { zh: '受理窗口', en: 'Service windows' },
  notice: { zh: '个人信息处理告知', en: 'Processing notice' },
  footer: {
    zh: '遇到问题？可就近到任一受理窗口咨询，并告知页面上的请求编号。',
    en: 'Something wrong? Ask at any service window, and tell the request number shown on the page.',
  },
} as const

interface Props {
  children: ReactNode
  /** Navigation of the face, beside the content. */
  menu?: ReactNode
  /** Uses the whole width of the screen, for the clerks' work. */
  wide?: boolean
  /** Where 安全退出 leads; the portal unless told. */
  leaveTo?: string
  /** What has to end before the session does; when it fails, the session goes on. */
  beforeLeaving?: () => Promise<void>
}

/** Whether what is rendered stands within a frame already. */
const Framed = createContext(false)

/** A frame around what has none yet: an error may break a page within its face, or the face itself. */
export const FramedOnce = ({ children }: { children: ReactNode }) =>
  use(Framed) ? children : <PageFrame>{children}</PageFrame>

/** Every page of a signed-in face: skip link, demo mark, header with name and sign-out, one main landmark. */
export function PageFrame({ children, menu, wide = false, leaveTo = '/', beforeLeaving }: Props) {
  const say = useWords()
  return (
    <div className={wide ? 'frame frame-wide' : 'frame'}>
      <a className="skip-link" href="#content">
        {say(words.skip)}
      </a>
      <DemoBanner />
      <Header leave={() => Promise.resolve(beforeLeaving?.()).then(() => leave(leaveTo))} />
      <div className={menu ? 'frame-body frame-body-menu' : 'frame-body'}>
        {menu}
        <main id="content" tabIndex={-1}>
          <Framed value={true}>{children}</Framed>
        </main>
      </div>
      <footer className="frame-footer">
        <nav aria-label={say({ zh: '帮助', en: 'Help' })}>
          <a href="/">{say(words.home)}</a>
          <a href="/guide">{say(words.guide)}</a>
          <a href="/windows">{say(words.windows)}</a>
          <a href="/notice">{say(words.notice)}</a>
        </nav>
        <p>{say(words.footer)}</p>
      </footer>
    </div>
  )
}

function Header({ leave }: { leave: () => Promise<void> }) {
  const say = useWords()
  const actor = useSession()?.actor
  const name =
    actor?.role === 'practitioner' ? actor.name : actor && 'displayName' in actor ? actor.displayName : null
  const place = actor && 'windowName' in actor ? (actor.windowName ?? actor.departmentName) : null
  return (
    <header className="frame-header">
      <a className="brand" href="/">
        <strong>{say(words.brand)}</strong>
        <span>{say(words.product)}</span>
      </a>
      <div className="frame-tools">
        <LanguageSwitch />
        <TypeSwitch />
        {name !== null && (
          <span className="user">
            {say({ zh: `${words.user.zh}：${name}`, en: `${words.user.en}: ${name}` })}
            {place && <span className="user-place"> · {place}</span>}
          </span>
        )}
        {name !== null && <SignOut leave={leave} />}
      </div>
    </header>
  )
}

function SignOut({ leave }: { leave: () => Promise<void> }) {
  const say = useWords()
  const [leaving, setLeaving] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const press = () => {
    setLeaving(true)
    leave().catch((reason: unknown) => {
      setLeaving(false)
      setError(reason)
    })
  }
  return (
    <>
      <Button onClick={press} loading={leaving}>
        {say(words.signOut)}
      </Button>
      <ProblemAlert error={error} />
    </>
  )
}

/** The page's one h1 with the tab's title; takes the focus when the page was reached by a link within the app. */
export function PageHeading({ children }: { children: string }) {
  const focusWhenEntered = (heading: HTMLHeadingElement | null) => {
    if (!heading) return
    document.title = `${children} · 筑籍`
    if (document.activeElement === document.body && performance.now() > 3000) heading.focus()
  }
  return (
    <h1 ref={focusWhenEntered} tabIndex={-1} className="page-heading">
      {children}
    </h1>
  )
}
