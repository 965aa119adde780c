import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { SessionView } from '@zhuji/contract/accounts.ts'
import { useCallback } from 'react'
import { useWords } from '../app/language.tsx'
import { PageHeading } from '../app/page-frame.tsx'
import { useSession } from '../app/session.ts'
import { LevelLegend } from '../ui/level-legend.tsx'
import { Loading } from '../ui/loading.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { DayTally } from './day-tally.tsx'
import { FindPerson } from './find-person.tsx'
import { KeyHelp } from './key-help.tsx'
import { PersonAtWindow } from './person-at-window.tsx'
import { SimulatedReader } from './simulated-reader.tsx'
import { workQuery } from './verification-queries.ts'
import './verification.css'

/** 原件核对: the person, then one certificate after the other, by keyboard alone (R7.4, R7.8). */
export function VerificationPage() {
  const session = useSession()
  return session ? <Verification session={session} /> : null
}

function Verification({ session }: { session: SessionView }) {
  const say = useWords()
  const { person } = useSearch({ from: '/clerk/window/verification' })
  const navigate = useNavigate({ from: '/window/verification' })
  const found = useCallback((personId: string) => void navigate({ search: { person: personId } }), [navigate])
  const clerk = 'displayName' in session.actor ? session.actor.displayName : ''
  return (
    <>
      <div className="verification-head">
        <PageHeading>{say({ zh: '原件核对', en: 'Check originals' })}</PageHeading>
        <FindPerson bridgeUrl={session.bridgeUrl} clerk={clerk} found={found} isBusy={person !== undefined} />
        <DayTally />
      </div>
      {person === undefined ? <Nobody /> : <Work key={person} personId={person} />}
      {session.simulatorUrl !== null && (
        <SimulatedReader url={session.simulatorUrl} arrows={person === undefined} />
      )}
    </>
  )
}

function Work({ personId }: { personId: string }) {
  const { data, error, refetch } = useQuery(workQuery(personId))
  if (data) return <PersonAtWindow work={data} />
  return error ? <ProblemAlert error={error} again={() => void refetch()} /> : <Loading />
}

function Nobody() {
  const say = useWords()
  return (
    <>
      <p className="empty">
        {say({
          zh: '本人或委托人携本人身份证（或复印件）和证书原件前来：请先读卡，或输入证件号码查询。',
          en: 'The person or an agent brings the person’s card (or a copy) and the original certificates: read the card, or type its number.',
        })}
      </p>
      <KeyHelp
        hints={[
          { keys: ['F2'], does: { zh: '读卡', en: 'Read the card' } },
          { keys: ['/'], does: { zh: '输入证件号码', en: 'Type the number' } },
          { keys: ['Enter'], does: { zh: '查询', en: 'Find' } },
        ]}
      />
      <LevelLegend />
    </>
  )
}
