import type { PortalPageProps } from './render-portal.tsx'
import { ServiceTable } from './service-row.tsx'
import { Steps } from './steps.tsx'
import { hoursWords } from './window-words.ts'

/** What this is, where to begin, the five steps, the windows. */
export function HomePage({ windows, say }: PortalPageProps) {
  const hall = windows[0]
  return (
    <>
      <section className="lead">
        <h1>{say({ zh: '建设工程企业从业人员个人信息采集', en: 'Register of the people who build' })}</h1>
        <p>
          {say({
            zh: '凡在本市从事建设工程相关的事项，如资质申请、进沪报送、承揽业务等，其中涉及的人员，均需先行完成从业人员信息采集。',
            en: 'Everyone named in a construction matter of this city — qualification applications, reports of out-of-town firms, contracting — must first be registered here.',
          })}
        </p>
        <div className="entries">
          <a className="button big" href="/sign-in">
            {say({ zh: '登录', en: 'Sign in' })}
            <small>{say({ zh: '已经注册的用户（日后维护）', en: 'Registered users' })}</small>
          </a>
          <a className="button big second" href="/register">
            {say({ zh: '短信用户注册', en: 'Register by text message' })}
            <small>
              {say({ zh: '首次用户（刚刷身份证的用户）', en: 'First time, card just read at a window' })}
            </small>
          </a>
        </div>
      </section>
      <section>
        <h2>{say({ zh: '人员', en: 'People' })}</h2>
        <ServiceTable say={say} />
      </section>
      <section>
        <h2>{say({ zh: '人员信息采集主流程', en: 'How it goes, in five steps' })}</h2>
        <Steps say={say} />
      </section>
      <section>
        <h2>{say({ zh: '受理窗口', en: 'Service windows' })}</h2>
        {hall && (
          <p>
            <strong>{hall.name}</strong>
            {say({ zh: '：', en: ': ' })}
            {hall.address}
            {say({ zh: '；受理时间：', en: '; hours: ' })}
            {say(hoursWords(hall.hours))}
          </p>
        )}
        <p>
          <a href="/windows">
            {say({
              zh: `全市受理窗口地址（${windows.length} 处）`,
              en: `All ${windows.length} windows of the city`,
            })}
          </a>
        </p>
      </section>
    </>
  )
}
