import { Progress } from 'antd'
import { useWords } from '../../app/language.tsx'

/** How complete the profile is, as a ring and in words (R4.11). */
export function CompletenessRing({ percent, left }: { percent: number; left: number }) {
  const say = useWords()
  return (
    <div className="completeness">
      <Progress
        type="circle"
        percent={percent}
        size={112}
        status="normal"
        aria-label={say({ zh: '信息完整度', en: 'Completeness' })}
      />
      <div>
        <strong>{say({ zh: `信息完整度 ${percent}%`, en: `${percent}% complete` })}</strong>
        <p className="hint">
          {left === 0
            ? say({
                zh: '各栏目均已填报。学历、职称等有变化时，请及时更新。',
                en: 'Every section is done. Add what is new when it comes.',
              })
            : say({
                zh: `还有 ${left} 个栏目待填报或补充，见下方「下一步」。`,
                en: `${left} sections still need something: see «What comes next».`,
              })}
        </p>
      </div>
    </div>
  )
}
