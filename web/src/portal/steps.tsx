import { mainFlow } from '@zhuji/domain/guide-notices.ts'
import type { PortalPageProps } from './render-portal.tsx'

/** 人员信息采集主流程 (G9). */
export function Steps({ say }: Pick<PortalPageProps, 'say'>) {
  return (
    <ol className="steps">
      {mainFlow.map((step) => (
        <li key={step.title.en}>
          <h3>{say(step.title)}</h3>
          <p>{say(step.text)}</p>
        </li>
      ))}
    </ol>
  )
}
