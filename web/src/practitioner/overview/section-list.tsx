import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ProfileView } from '@zhuji/contract/records.ts'
import { absentSections, declareAbsence } from '@zhuji/contract/sections.ts'
import { dataLevels } from '@zhuji/domain/data-level.ts'
import type { SectionState } from '@zhuji/domain/profile-completeness.ts'
import { kindsOfSection } from '@zhuji/domain/record-kinds.ts'
import { type SectionName, sectionNames, sections } from '@zhuji/domain/sections.ts'
import type { Words } from '@zhuji/domain/words.ts'
import { Button } from 'antd'
import { call } from '../../app/call.ts'
import { useWords } from '../../app/language.tsx'
import { LevelBadge } from '../../ui/level-badge.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { refreshProfile, usePersonId } from '../profile.ts'
import { sectionPath } from './section-paths.ts'

type States = Readonly<Record<SectionName, SectionState>>

const stateWords: Record<SectionState, { mark: string; words: Words }> = {
  supplied: { mark: '—', words: { zh: '展示，无需处理', en: 'Shown, nothing to do' } },
  missing: { mark: '○', words: { zh: '待填报', en: 'To fill in' } },
  begun: { mark: '◐', words: { zh: '待补充', en: 'Something is missing' } },
  none: { mark: '●', words: { zh: '本人没有', en: 'You have none' } },
  filled: { mark: '●', words: { zh: '已填报', en: 'Filled in' } },
}

/** The ten sections with how far each is (R4.11, G32). */
export function SectionList({ profile, states }: { profile: ProfileView; states: States }) {
  return (
    <ul className="sections">
      {sectionNames.map((section) => (
        <li key={section}>
          <SectionLine section={section} state={states[section]} profile={profile} />
        </li>
      ))}
    </ul>
  )
}

interface LineProps {
  section: SectionName
  state: SectionState
  profile: ProfileView
}

function SectionLine({ section, state, profile }: LineProps) {
  const say = useWords()
  const { name, source } = sections[section]
  const { mark, words } = stateWords[state]
  return (
    <>
      <div className="section-name">
        <Link to={sectionPath(section)}>{say(name)}</Link>
        <span className="hint">{say(source)}</span>
      </div>
      <div className="section-state">
        <span className={`section-mark section-${state}`}>
          <span aria-hidden="true">{mark}</span> {say(words)}
        </span>
        <Levels section={section} profile={profile} />
        <Absence section={section} state={state} />
      </div>
    </>
  )
}

function Levels({ section, profile }: Omit<LineProps, 'state'>) {
  const say = useWords()
  const kinds = kindsOfSection(section)
  const own = profile.records.filter(({ kind }) => kinds.includes(kind))
  return dataLevels
    .map((level) => ({ level, count: own.filter((record) => record.level === level).length }))
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => (
      <span key={level} className="state">
        <LevelBadge level={level} /> {say({ zh: `${count} 条`, en: `× ${count}` })}
      </span>
    ))
}

/** «没有» and its taking back. */
function Absence({ section, state }: Omit<LineProps, 'profile'>) {
  const say = useWords()
  const personId = usePersonId()
  const absent = absentSections.find((one) => one === section)
  const declare = useMutation({
    mutationFn: (none: boolean) =>
      call(declareAbsence, { params: { personId, section: absent ?? 'title' }, body: { none } }),
    onSuccess: () => refreshProfile(personId),
  })
  if (!absent || (state !== 'missing' && state !== 'none')) return null
  const label = sections[section].name
  return (
    <>
      <Button size="small" loading={declare.isPending} onClick={() => declare.mutate(state === 'missing')}>
        {state === 'missing'
          ? say({ zh: '没有', en: 'I have none' })
          : say({ zh: '撤回', en: 'Take that back' })}
        <span className="visually-hidden">{say({ zh: `：${label.zh}`, en: `: ${label.en}` })}</span>
      </Button>
      <ProblemAlert error={declare.error} />
    </>
  )
}
