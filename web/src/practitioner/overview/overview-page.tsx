import { Link } from '@tanstack/react-router'
import { recordKindNames } from '@zhuji/domain/record-kinds.ts'
import { Alert } from 'antd'
import { useWords } from '../../app/language.tsx'
import { PageHeading } from '../../app/page-frame.tsx'
import { useSession } from '../../app/session.ts'
import { LevelLegend } from '../../ui/level-legend.tsx'
import { useProfile } from '../profile.ts'
import { nextTasks, type Task } from './next-tasks.ts'
import { SectionState } from './section-state.tsx'
import { VoidPassword } from './void-password.tsx'

/** What is done, what is missing, what comes next, whom to ask (R4.11). */
export function OverviewPage() {
  const say = useWords()
  const { card, records } = useProfile()
  const tasks = nextTasks(records)
  return (
    <>
      <PageHeading>{say({ zh: '信息概览', en: 'Overview' })}</PageHeading>
      <BindingNote />
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
              : (card.validUntil ?? '—')}
          </dd>
        </div>
      </dl>
      <p className="hint">
        {say({
          zh: '来源：个人身份证，个人无需处理。手机号变更请携身份证到窗口办理。',
          en: 'Source: your identity card, nothing to do. To change the mobile number take your card to a window.',
        })}
      </p>
      <section>
        <h2>{say({ zh: '已采集', en: 'Registered so far' })}</h2>
        <ul className="states">
          {recordKindNames.map((kind) => (
            <li key={kind}>
              <SectionState kind={kind} records={records} />
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{say({ zh: '下一步', en: 'What comes next' })}</h2>
        {tasks.length === 0 ? (
          <p>{say({ zh: '目前没有待办事项。', en: 'Nothing is left to do.' })}</p>
        ) : (
          <ol className="tasks">
            {tasks.map((task) => (
              <li key={task.key}>
                <TaskLine task={task} />
              </li>
            ))}
          </ol>
        )}
      </section>
      <section>
        <h2>{say({ zh: '去窗口', en: 'Going to a window' })}</h2>
        <p>
          {say({
            zh: '本人或委托人携带身份证原件或复印件，以及证书原件，就近到市、区任一受理窗口。',
            en: 'You or your agent bring the identity card or a copy and the original certificates to any window.',
          })}{' '}
          <a href="/windows">{say({ zh: '查看窗口地址和受理时间', en: 'Addresses and hours' })}</a>
        </p>
      </section>
      <VoidPassword />
      <LevelLegend />
    </>
  )
}

function TaskLine({ task }: { task: Task }) {
  const say = useWords()
  const search = task.recordId ? { edit: task.recordId } : { add: task.kind }
  return (
    <>
      <div>
        <strong>{say(task.words)}</strong>
        <p className="hint">{say(task.why)}</p>
      </div>
      {task.place === 'window' ? (
        <a href="/windows" className="link-button">
          {say({ zh: '受理窗口', en: 'Windows' })}
        </a>
      ) : (
        <Link to="/me/education" search={search} className="link-button">
          {say({ zh: '去办理', en: 'Do it now' })}
        </Link>
      )}
    </>
  )
}

function BindingNote() {
  const say = useWords()
  const actor = useSession()?.actor
  if (actor?.role !== 'practitioner' || !actor.bindingToConfirm) return null
  return (
    <Alert
      type="warning"
      showIcon
      className="problem"
      title={say({
        zh: '您的证件由企业代为刷证，手机号绑定尚待确认。',
        en: 'Your card was brought by an enterprise; the binding of your mobile is still to be confirmed.',
      })}
      description={say({
        zh: '下次到窗口时，请出示身份证，由窗口确认该手机号属于您本人。',
        en: 'At your next visit show your card, and the window confirms that the number is yours.',
      })}
    />
  )
}
