import { mainFlow, preparations } from '@zhuji/domain/guide-notices.ts'
import { useWords } from '../../app/language.tsx'

/** Where the person stands in the guide's five steps (G9). */
export function Flow({ percent, hasToVerify }: { percent: number; hasToVerify: boolean }) {
  const say = useWords()
  // Card and registration are behind whoever reads this page.
  const current = percent < 100 ? 2 : hasToVerify ? 4 : 3
  const stateOf = (step: number) => {
    if (step < 2 || (step === 2 && percent === 100)) return { zh: '已完成', en: 'done' }
    return step === current ? { zh: '当前', en: 'now' } : null
  }
  return (
    <ol className="flow" aria-label={say({ zh: '人员信息采集主流程', en: 'The five steps' })}>
      {mainFlow.map(({ title }, step) => {
        const state = stateOf(step)
        return (
          <li
            key={title.en}
            {...(step === current && { 'aria-current': 'step' as const })}
            className={state ? 'flow-reached' : undefined}
          >
            <span className="flow-number" aria-hidden="true">
              {step + 1}
            </span>
            <span>{say(title)}</span>
            {state && <span className="hint">{say(state)}</span>}
          </li>
        )
      })}
    </ol>
  )
}

/** 准备事项（告知）, folded away until asked for (G4–G8). */
export function Preparations() {
  const say = useWords()
  return (
    <details className="preparations">
      <summary>{say({ zh: '准备事项（告知）', en: 'Before you start' })}</summary>
      <ol>
        {preparations.map((item) => (
          <li key={item.en}>{say(item)}</li>
        ))}
      </ol>
    </details>
  )
}
