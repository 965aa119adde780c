import { useSuspenseQuery } from '@tanstack/react-query'
import { useInstant } from '../../app/instant.ts'
import { useWords } from '../../app/language.tsx'
import { usePersonId } from '../profile.ts'
import { ConsentSwitch } from './consent-switch.tsx'
import { agreementsQuery } from './notice-queries.ts'

/** What the person has acknowledged, and the optional uses, each with its switch. */
export function Agreements() {
  const say = useWords()
  const instant = useInstant()
  const { data } = useSuspenseQuery(agreementsQuery(usePersonId()))
  return (
    <>
      <section>
        <h2>{say({ zh: '可选用途', en: 'Optional uses' })}</h2>
        <p>
          {say({
            zh: '只有您开启的用途才会使用您的信息，随时可以关闭，关闭后立即停止，不影响办理其他事项。',
            en: 'Your data are used for these only if you switch them on. Switch them off at any time: it stops at once and changes nothing else.',
          })}
        </p>
        {data.consents.map((consent) => (
          <ConsentSwitch key={consent.use} consent={consent} />
        ))}
      </section>
      <section>
        <h2>{say({ zh: '告知记录', en: 'What you were told' })}</h2>
        <ul className="acknowledged">
          {data.acknowledged.map(({ version, at }) => (
            <li key={version}>
              {say({
                zh: `您于 ${instant(at)} 知悉第${version}版告知`,
                en: `Version ${version} read on ${instant(at)}`,
              })}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
