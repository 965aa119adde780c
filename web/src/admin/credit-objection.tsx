import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { readObjection } from '@zhuji/contract/credit-objections.ts'
import { kindOf } from '@zhuji/domain/record-kinds.ts'
import { Alert } from 'antd'
import { call } from '../app/call.ts'
import { useLanguage, useWords } from '../app/language.tsx'
import { shownText } from '../parts/field-text.ts'
import { Loading } from '../ui/loading.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { AnswerForm } from './answer-form.tsx'

const { fields } = kindOf('credit')

interface Props {
  personId: string
  objectionId: string
}

/** One objection beside the entry as it stood when it was made. */
export function CreditObjection({ personId, objectionId }: Props) {
  const say = useWords()
  const { language } = useLanguage()
  const found = useQuery({
    queryKey: ['credit-objection', objectionId],
    queryFn: () => call(readObjection, { params: { personId, objectionId } }),
    // Every look is on record: it is not repeated behind the administrator's back.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  return (
    <section aria-labelledby="objection" className="admin-panel">
      <p className="admin-back">
        <Link to="/admin/credit-objections" search={{}}>
          {say({ zh: '返回列表', en: 'Back to the list' })}
        </Link>
      </p>
      {found.isPending && <Loading />}
      <ProblemAlert error={found.error} again={() => void found.refetch()} />
      {found.data && (
        <>
          <h2 id="objection">
            {say({ zh: `${found.data.name} 的异议`, en: `Objection of ${found.data.name}` })}
          </h2>
          <p className="quiet">
            {say({ zh: '提出时间：', en: 'Objected on ' })}
            <time dateTime={found.data.objection.at}>
              {new Date(found.data.objection.at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })}
            </time>
          </p>
          <p className="objection-text">{found.data.objection.text}</p>
          <h3>{say({ zh: '所涉诚信记录', en: 'The credit entry in question' })}</h3>
          {found.data.corrected && (
            <Alert
              type="info"
              showIcon
              className="problem"
              title={say({
                zh: '提出异议后，该记录已由来源系统更正。下面是提出异议时的内容。',
                en: 'Its source has corrected the entry since. Below is what it said when the objection was made.',
              })}
            />
          )}
          <dl className="objection-facts">
            {Object.entries(fields).map(([name, field]) => (
              <div key={name}>
                <dt>{say(field.label)}</dt>
                <dd>{shownText(field, found.data.payload[name], language)}</dd>
              </div>
            ))}
          </dl>
          {found.data.objection.state === 'open' ? (
            <AnswerForm personId={personId} objectionId={objectionId} />
          ) : (
            <Alert
              type="info"
              showIcon
              className="problem"
              title={say(
                found.data.objection.state === 'upheld'
                  ? { zh: '已答复：异议成立', en: 'Answered: upheld' }
                  : { zh: '已答复：异议不成立', en: 'Answered: not upheld' },
              )}
              description={found.data.objection.answer?.reason}
            />
          )}
        </>
      )}
    </section>
  )
}
