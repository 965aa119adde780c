import { useNavigate } from '@tanstack/react-router'
import type { SessionView } from '@zhuji/contract/accounts.ts'
import { useEffect, useRef } from 'react'
import { useWords } from '../app/language.tsx'
import { PageHeading } from '../app/page-frame.tsx'
import { queryClient } from '../app/query-client.ts'
import { sessionQuery, useSession } from '../app/session.ts'
import { beep, wakeSound } from './beep.ts'
import { ReaderLamp } from './reader-lamp.tsx'
import { newsBetween } from './reading-news.ts'
import { SimulatedReader } from './simulated-reader.tsx'
import { isOwnSitting, useSitting } from './sitting.ts'
import { SittingDesk } from './sitting-desk.tsx'
import { SittingStart } from './sitting-start.tsx'
import { useBridge } from './use-bridge.ts'
import type { BridgeView } from './watch-bridge.ts'
import './reading.css'

/** Lets the clerk hear each read, and keeps the session awake: reading cards is work, though the bridge alone hears of it. */
function useNews({ status }: BridgeView): void {
  const before = useRef(status)
  useEffect(() => {
    if (status === null) return
    const news = newsBetween(before.current, status)
    before.current = status
    if (news === null) return
    beep(news)
    if (news === 'read') void queryClient.fetchQuery(sessionQuery).catch(() => {})
  }, [status])
}

/** Sound is allowed only after a key or a click; after a reload any will do. */
function useSoundAwake(): void {
  useEffect(() => {
    window.addEventListener('keydown', wakeSound, { once: true })
    window.addEventListener('pointerdown', wakeSound, { once: true })
    return () => {
      window.removeEventListener('keydown', wakeSound)
      window.removeEventListener('pointerdown', wakeSound)
    }
  }, [])
}

/** 身份证读卡 as one screen: lay a card down, hear the beep, take the next (R2.3, G80–G88, G140). */
export function ReadingPage() {
  const session = useSession()
  return session ? <ReadingDesk session={session} /> : null
}

function ReadingDesk({ session }: { session: SessionView }) {
  const say = useWords()
  const navigate = useNavigate()
  const view = useBridge(session.bridgeUrl)
  const clerk = 'displayName' in session.actor ? session.actor.displayName : ''
  const sitting = useSitting(view.bridge, clerk)
  useNews(view)
  useSoundAwake()
  const { status } = view
  const isOpen = status !== null && status.sittingId !== null && isOwnSitting(status, clerk)
  return (
    <>
      <PageHeading>{say({ zh: '人员建档身份证读卡', en: 'Identity card reading' })}</PageHeading>
      <ReaderLamp view={view} />
      <p className="notice-to-give">
        {say({ zh: '读卡前请向来人告知：', en: 'Before a card is read, show its holder: ' })}
        <a href="/notice" target="_blank" rel="noreferrer">
          {say({
            zh: '个人信息处理告知（新页面，可打印）',
            en: 'the processing notice (new page, can be printed)',
          })}
        </a>
      </p>
      {isOpen ? (
        <SittingDesk
          status={status}
          isLive={view.connection === 'up'}
          sitting={sitting}
          back={() => void navigate({ to: '/window' })}
        />
      ) : (
        <SittingStart view={view} sitting={sitting} />
      )}
      {session.simulatorUrl !== null && <SimulatedReader url={session.simulatorUrl} />}
    </>
  )
}
