import { useMutation } from '@tanstack/react-query'
import { type ConsentView, giveConsent, withdrawConsent } from '@zhuji/contract/notices.ts'
import { optionalUseTerms } from '@zhuji/domain/consent.ts'
import { Switch } from 'antd'
import { useId } from 'react'
import { call } from '../../app/call.ts'
import { useInstant } from '../../app/instant.ts'
import { useWords } from '../../app/language.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { usePersonId } from '../profile.ts'
import { showConsent } from './notice-queries.ts'

/** One optional use: what it means, whether it is allowed, and since when; as easily withdrawn as given (R12.5). */
export function ConsentSwitch({ consent }: { consent: ConsentView }) {
  const say = useWords()
  const instant = useInstant()
  const id = useId()
  const personId = usePersonId()
  const { use, stands, decidedAt } = consent
  const terms = optionalUseTerms[use]
  const params = { personId, use }
  const decide = useMutation({
    mutationFn: (isGiven: boolean) =>
      isGiven
        ? call(giveConsent, { params, body: { wording: terms.wording } })
        : call(withdrawConsent, { params }),
    onSuccess: (decided) => showConsent(personId, decided),
  })
  const state = stands ? say({ zh: '已开启', en: 'On' }) : say({ zh: '未开启', en: 'Off' })
  return (
    <div className="consent">
      <div className="consent-row">
        <Switch
          id={id}
          checked={stands}
          loading={decide.isPending}
          aria-describedby={`${id}-asked`}
          onChange={(isGiven) => decide.mutate(isGiven)}
        />
        <label htmlFor={id}>
          <strong>{say(terms.name)}</strong>
        </label>
        <span role="status">
          {state}
          {decidedAt !== null && (
            <span className="hint">
              {say({ zh: `（${instant(decidedAt)}）`, en: ` (${instant(decidedAt)})` })}
            </span>
          )}
        </span>
      </div>
      <p id={`${id}-asked`} className="hint">
        {say(terms.asked)}
      </p>
      <ProblemAlert error={decide.error} />
    </div>
  )
}
