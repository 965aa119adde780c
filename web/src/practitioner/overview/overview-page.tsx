import { formatDateZh } from '@zhuji/domain/dates.ts'
import { profileCompleteness } from '@zhuji/domain/profile-completeness.ts'
import { useWords } from '../../app/language.tsx'
import { PageHeading } from '../../app/page-frame.tsx'
import { LevelLegend } from '../../ui/level-legend.tsx'
import { useProfile } from '../profile.ts'
import { BindingNote } from './binding-note.tsx'
import { CompletenessRing } from './completeness-ring.tsx'
import { Flow, Preparations } from './flow.tsx'
import { GoingToWindow } from './going-to-window.tsx'
import { nextTasks } from './next-tasks.ts'
import './overview.css'
import { SectionList } from './section-list.tsx'
import { TaskList } from './task-list.tsx'
import { VoidPassword } from './void-password.tsx'

/** What is done, what is missing, what comes next, whom to ask (R4.11). */
export function OverviewPage() {
  const say = useWords()
  const profile = useProfile()
  const { card, records } = profile
  const { percent, sections } = profileCompleteness(profile)
  const tasks = nextTasks(profile)
  const left = Object.values(sections).filter((state) => state === 'missing' || state === 'begun').length
  return (
    <>
      <PageHeading>{say({ zh: '信息概览', en: 'Overview' })}</PageHeading>
      <BindingNote />
      <Flow percent={percent} hasToVerify={tasks.some(({ place }) => place === 'window')} />
      <Preparations />
      <div className="overview-top">
        <CompletenessRing percent={percent} left={left} />
        <dl className="card-facts">
          <div>
            <dt>{say({ zh: '姓名', en: 'Name' })}</dt>
            <dd>{card.name}</dd>
          </div>
          <div>
            <dt>{say({ zh: '证件号', en: 'Document number' })}</dt>
            <dd>{card.number}</dd>
          </div>
          <div>
            <dt>{say({ zh: '手机号码', en: 'Mobile number' })}</dt>
            <dd>{card.mobile ?? say({ zh: '未绑定', en: 'none bound' })}</dd>
          </div>
          <div>
            <dt>{say({ zh: '有效期限', en: 'Valid until' })}</dt>
            <dd>
              {card.validUntil === 'long-term'
                ? say({ zh: '长期', en: 'Long-term' })
                : card.validUntil === null
                  ? '—'
                  : say({ zh: formatDateZh(card.validUntil), en: card.validUntil })}
            </dd>
          </div>
        </dl>
      </div>
      <section aria-labelledby="next">
        <h2 id="next">{say({ zh: '下一步', en: 'What comes next' })}</h2>
        <TaskList tasks={tasks} />
      </section>
      <section aria-labelledby="ten-sections">
        <h2 id="ten-sections">{say({ zh: '需采集的个人信息', en: 'Your ten sections' })}</h2>
        <SectionList profile={profile} states={sections} />
      </section>
      <GoingToWindow records={records} />
      <VoidPassword />
      <LevelLegend />
    </>
  )
}
