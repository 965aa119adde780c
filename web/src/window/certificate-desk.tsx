import type { RefusalReason } from '@zhuji/domain/original-verification.ts'
import { refusalReasons } from '@zhuji/domain/original-verification.ts'
import { Alert, type InputRef } from 'antd'
import { useReducer, useRef, useState } from 'react'
import { useWords } from '../app/language.tsx'
import { firstLook, lookAfter, type ScanMove, ScanViewer } from '../parts/scan-viewer.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { CertificateFields } from './certificate-fields.tsx'
import { ComparedFields } from './compared-fields.tsx'
import type { Decided } from './day-tally.tsx'
import { Decision } from './decision.tsx'
import { deskAfter, layOut, outcomeOf } from './desk.ts'
import { DeskKeys } from './desk-keys.tsx'
import { EarlierAnswer } from './earlier-answer.tsx'
import { EvidenceNotes } from './evidence-notes.tsx'
import { RefusalReasons } from './refusal-reasons.tsx'
import { useKeys } from './use-keys.ts'
import { type Bearer, useDecision, type WorkRecord } from './verification-queries.ts'

interface Props {
  personId: string
  record: WorkRecord
  presentedBy: Bearer
  decided(how: Decided): void
}

/** One certificate at a time; its next version is laid out anew, with a notice (R7.7). */
export function CertificateDesk(props: Props) {
  const say = useWords()
  const { record } = props
  const [firstVersion] = useState(record.version)
  return (
    <article className="certificate">
      {record.version !== firstVersion && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={say({
            zh: '本人刚刚修改了这条信息，现已载入新的版本。之前的核对已清空，请对照原件重新核对。',
            en: 'The person has just changed this record; its new version is shown. What was confirmed before is void: compare it with the original again.',
          })}
        />
      )}
      <EarlierAnswer record={record} />
      <EvidenceNotes record={record} />
      <DeskOfVersion key={record.version} {...props} />
    </article>
  )
}

function DeskOfVersion({ personId, record, presentedBy, decided }: Props) {
  const [desk, act] = useReducer(deskAfter, record, layOut)
  const [look, setLook] = useState(() => firstLook(record.scans))
  const [isAsked, setAsked] = useState(false)
  const ground = useRef<HTMLElement>(null)
  const note = useRef<InputRef>(null)
  const { decide } = useDecision(personId, record.id, decided)
  const move = (how: ScanMove) => setLook((now) => lookAfter(now, how, record.scans))
  const toggleReason = (reason: RefusalReason) => act({ act: 'reason', reason })
  const outcome = outcomeOf(desk)
  const settle = () => {
    if (decide.isPending) return
    if (outcome.outcome === 'missing') setAsked(true)
    else decide.mutate({ desk, outcome, presentedBy })
  }
  const scroll = (share: number) => ground.current?.scrollBy({ top: ground.current.clientHeight * share })
  const numbered = Object.fromEntries(
    refusalReasons.map((reason, at) => [String(at + 1), () => toggleReason(reason)]),
  )
  useKeys({
    ...numbered,
    Enter: () => act({ act: 'confirm' }),
    Backspace: () => act({ act: 'step', by: -1 }),
    ArrowDown: () => act({ act: 'step', by: 1 }),
    ArrowUp: () => act({ act: 'step', by: -1 }),
    Delete: () =>
      desk.field !== null && desk.confirmed.includes(desk.field) && act({ act: 'toggle', field: desk.field }),
    'Ctrl+Enter': settle,
    n: () => note.current?.focus(),
    '+': () => move('closer'),
    '=': () => move('closer'),
    '-': () => move('farther'),
    0: () => move('fit'),
    r: () => move('turn'),
    ArrowLeft: () => move('before'),
    ArrowRight: () => move('after'),
    PageDown: () => scroll(0.8),
    PageUp: () => scroll(-0.8),
  })
  return (
    <>
      <div className="certificate-sides">
        <ScanViewer
          personId={personId}
          record={record}
          look={look}
          move={move}
          shown={(page) => act({ act: 'show-page', page, version: record.version })}
          ground={ground}
        />
        <div className="certificate-work">
          <ComparedFields record={record} desk={desk} act={act} />
          <RefusalReasons desk={desk} act={act} note={note} />
          <ProblemAlert error={decide.error} />
          <Decision
            record={record}
            outcome={outcome}
            isAsked={isAsked}
            isPending={decide.isPending}
            settle={settle}
          />
        </div>
      </div>
      <DeskKeys />
      <CertificateFields record={record} />
    </>
  )
}
