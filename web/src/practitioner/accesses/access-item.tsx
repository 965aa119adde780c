import type { AccessView } from '@zhuji/contract/accesses.ts'
import type { AccessGroup } from '@zhuji/domain/accesses.ts'
import { useLanguage, useWords } from '../../app/language.tsx'
import { actOf, dayText, isChange, reasonOf, timeText, whoOf } from './access-words.ts'

/** One matter of a day: why, who, and each act once with how often. */
export function AccessItem({ group: { first, acts } }: { group: AccessGroup<AccessView> }) {
  const say = useWords()
  const { language } = useLanguage()
  return (
    <li className="access">
      <h3>
        {say(reasonOf(first))}
        {first.matter !== null && <span className="access-matter"> {first.matter}</span>}
      </h3>
      <p className="access-who">{say(whoOf(first))}</p>
      <ul>
        {acts.map(({ act, times, latest, earliest }) => (
          <li key={act}>
            <span className={isChange(act) ? 'access-does access-change' : 'access-does'}>
              {isChange(act) ? say({ zh: '变更', en: 'Change' }) : say({ zh: '查看', en: 'Look' })}
            </span>
            <span>
              {say(actOf(act))}
              {times > 1 && say({ zh: `，共 ${times} 次`, en: `, ${times} times` })}
            </span>
            <time dateTime={latest}>
              {timeText(earliest) === timeText(latest)
                ? timeText(latest)
                : `${timeText(earliest)}–${timeText(latest)}`}
            </time>
          </li>
        ))}
      </ul>
      {first.shownFrom !== null && (
        <p className="access-late">
          {say({
            zh: `因核查投诉，自${dayText(first.shownFrom, language)}起显示。`,
            en: `Kept back for an inquiry and shown from ${dayText(first.shownFrom, language)}.`,
          })}
        </p>
      )}
    </li>
  )
}
