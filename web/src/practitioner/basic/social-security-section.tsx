import type { BasicInformation } from '@zhuji/contract/basic-information.ts'
import { formatMonthZh } from '@zhuji/domain/dates.ts'
import type { MonthState } from '@zhuji/domain/social-security.ts'
import type { Words } from '@zhuji/domain/words.ts'
import { useLanguage, useWords } from '../../app/language.tsx'
import { LevelBadge } from '../../ui/level-badge.tsx'
import { FedTable } from './fed-table.tsx'

const stateWords: Record<MonthState, Words> = {
  paid: { zh: '已缴纳', en: 'Paid' },
  'not-yet-reported': { zh: '尚未报送', en: 'Not yet reported' },
  'not-paid': { zh: '未缴纳', en: 'Not paid' },
}

/** 最新社保缴纳信息: the last months and who paid (G38, G132). */
export function SocialSecuritySection({ months }: { months: BasicInformation['socialSecurity'] }) {
  const say = useWords()
  const { language } = useLanguage()
  return (
    <section className="records">
      <h2 id="basic-social">{say({ zh: '最新社保缴纳信息', en: 'Latest social security' })}</h2>
      <p className="hint">
        {say({ zh: '来源：外部社保数据（A级数据）', en: 'Source: social-security data (level A)' })}{' '}
        <LevelBadge level="A" />
      </p>
      <FedTable
        labelledBy="basic-social"
        columns={[
          say({ zh: '社保缴纳时间', en: 'Month' }),
          say({ zh: '缴纳单位', en: 'Paid by' }),
          say({ zh: '状态', en: 'State' }),
        ]}
        rows={months.map(({ month, state, units }) => ({
          key: month,
          cells: [
            language === 'zh' ? formatMonthZh(month) : month,
            units.length > 0 ? units.join(say({ zh: '、', en: ', ' })) : '—',
            say(stateWords[state]),
          ],
        }))}
        empty={say({ zh: '暂无社保缴纳信息。', en: 'Nothing is known yet.' })}
      />
      <p className="hint">
        {say({
          zh: '有误的，请向社保经办机构申请更正；来源更正后这里随之更新。',
          en: 'If it is wrong, ask the social-security office to correct it: what stands here follows.',
        })}
      </p>
    </section>
  )
}
