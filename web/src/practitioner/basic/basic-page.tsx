import { useSuspenseQuery } from '@tanstack/react-query'
import { sections } from '@zhuji/domain/sections.ts'
import { useLanguage, useWords } from '../../app/language.tsx'
import { PageHeading } from '../../app/page-frame.tsx'
import { LevelBadge } from '../../ui/level-badge.tsx'
import { LevelLegend } from '../../ui/level-legend.tsx'
import { usePersonId, useProfile } from '../profile.ts'
import { recordColumns } from '../records/record-columns.ts'
import '../records/records.css'
import './basic.css'
import { basicQuery } from './basic-query.ts'
import { CardSection } from './card-section.tsx'
import { EmploymentSection } from './employment-section.tsx'
import { FedTable } from './fed-table.tsx'
import { SocialSecuritySection } from './social-security-section.tsx'

/** 个人基本信息: shown only, each part with its source (G33–G38, G129–G132). */
export function BasicPage() {
  const say = useWords()
  const personId = usePersonId()
  const { data: basic } = useSuspenseQuery(basicQuery(personId))
  return (
    <>
      <PageHeading>{say(sections.basic.name)}</PageHeading>
      <p className="nothing-to-do">
        {say({ zh: '个人无需处理', en: 'Nothing to do here' })}
        <span className="hint">
          {say({
            zh: '以下信息由身份证和有关系统提供，仅供查看。',
            en: 'What follows comes from your card and from other systems, for reading.',
          })}
        </span>
      </p>
      <p>
        <a href="/guide#questions">
          {say({
            zh: '从业人员证书附件核对常见问题解答',
            en: 'Questions and answers on checking certificates and their scans',
          })}
        </a>
      </p>
      <CardSection basic={basic} />
      <RegistrationSection />
      <EmploymentSection employments={basic.employments} />
      <SocialSecuritySection months={basic.socialSecurity} />
      <LevelLegend />
    </>
  )
}

/** 注册状态信息, as the registers tell it (G35, G130). */
function RegistrationSection() {
  const say = useWords()
  const { language } = useLanguage()
  const { records } = useProfile()
  const columns = recordColumns('registration')
  const rows = records.filter(({ kind }) => kind === 'registration')
  return (
    <section className="records">
      <h2 id="basic-registration">{say({ zh: '注册状态信息', en: 'Registration status' })}</h2>
      <p className="hint">
        {say({ zh: '来源：人员执业注册库', en: 'Source: registers of professional practice' })}
      </p>
      <FedTable
        labelledBy="basic-registration"
        columns={[...columns.map(({ label }) => say(label)), say({ zh: '数据等级', en: 'Level' })]}
        rows={rows.map((record) => ({
          key: record.id,
          cells: [
            ...columns.map(({ text }) => text(record, language)),
            <LevelBadge key="level" level={record.level} />,
          ],
        }))}
        empty={say({
          zh: '人员执业注册库中暂无您的注册信息。',
          en: 'The registers have no registration of yours.',
        })}
      />
    </section>
  )
}
