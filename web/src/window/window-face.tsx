import { Link, Outlet } from '@tanstack/react-router'
import { finishSitting } from '@zhuji/contract/bridge.ts'
import { UnreachableError } from '@zhuji/contract/client.ts'
import { useWords } from '../app/language.tsx'
import { PageFrame } from '../app/page-frame.tsx'
import { useSession } from '../app/session.ts'
import { bridgeAt } from './use-bridge.ts'
import './window.css'

const pages = [
  { to: '/window', words: { zh: '窗口首页', en: 'Window home' } },
  { to: '/window/reading', words: { zh: '身份证读卡', en: 'Read cards' } },
  { to: '/window/phone-change', words: { zh: '修改手机号', en: 'Change mobile number' } },
  { to: '/window/verification', words: { zh: '原件核对', en: 'Check originals' } },
] as const

/** Frame of the clerks' pages, with the way between them. */
export function WindowFace() {
  const say = useWords()
  const bridgeUrl = useSession()?.bridgeUrl
  return (
    <PageFrame
      wide
      leaveTo="/window/sign-in"
      beforeLeaving={async () => {
        if (bridgeUrl) await endSitting(bridgeUrl)
      }}
    >
      <nav className="window-menu" aria-label={say({ zh: '窗口业务', en: 'Window work' })}>
        {pages.map(({ to, words }) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ exact: true, includeSearch: false }}
            className="window-link"
          >
            {say(words)}
          </Link>
        ))}
      </nav>
      <Outlet />
    </PageFrame>
  )
}

// A card laid down after the clerk has left would still be read on that clerk's ticket.
async function endSitting(bridgeUrl: string): Promise<void> {
  try {
    await bridgeAt(bridgeUrl)(finishSitting, { body: {} })
  } catch (error) {
    // Without a bridge there is no sitting to end; what it refuses is told to the clerk.
    if (!(error instanceof UnreachableError)) throw error
  }
}
