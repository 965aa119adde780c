import { kindOf, kindsOfSection } from '@zhuji/domain/record-kinds.ts'
import { sections } from '@zhuji/domain/sections.ts'
import type { ReactNode } from 'react'
import { useWords } from '../../app/language.tsx'
import { PageHeading } from '../../app/page-frame.tsx'
import { LevelLegend } from '../../ui/level-legend.tsx'
import { useProfile } from '../profile.ts'
import { OpenRecord } from './open-record.tsx'
import type { RecordSection } from './record-places.ts'
import { RecordList, type RecordListProps } from './record-section.tsx'
import './records.css'

interface Props {
  section: RecordSection
  /** What a row offers besides looking at it. */
  more?: RecordListProps['more']
  children?: ReactNode
}

/** One section of records: its lists with their buttons, the levels, what the records may decide (G31, G39–G61). */
export function RecordsPage({ section, more, children }: Props) {
  const say = useWords()
  const { records } = useProfile()
  const { name, source } = sections[section]
  const kinds = kindsOfSection(section)
  const decides = [...new Set(kinds.map((kind) => say(kindOf(kind).decides)))]
  const isOwn = kinds.some((kind) => kindOf(kind).writers.includes('practitioner'))
  return (
    <>
      <PageHeading>{say(name)}</PageHeading>
      <p className="hint">{say(source)}</p>
      <div className="careful">
        {decides.map((words) => (
          <p key={words}>{words}</p>
        ))}
        {isOwn && <Careful />}
      </div>
      {kinds.map((kind) => (
        <RecordList key={kind} kind={kind} records={records} more={more} />
      ))}
      {children}
      <LevelLegend />
      <OpenRecord section={section} />
    </>
  )
}

function Careful() {
  const say = useWords()
  return (
    <p>
      {say({
        zh: '请如实、准确、审慎填报。同类信息可有多条：新取得的直接新增，原有的保留。',
        en: 'Be truthful, exact and prudent. Several of a kind are normal: add what is new, the old one stays.',
      })}
    </p>
  )
}
