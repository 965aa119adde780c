import { useSuspenseQuery } from '@tanstack/react-query'
import type { CreditObjection } from '@zhuji/contract/credit-objections.ts'
import type { RecordView } from '@zhuji/contract/records.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { useInstant } from '../../app/instant.ts'
import { useWords } from '../../app/language.tsx'
import { nameOfRecord } from '../overview/next-tasks.ts'
import { usePersonId } from '../profile.ts'
import { RecordsPage } from '../records/records-page.tsx'
import './credit.css'
import { ObjectionDrawer } from './objection-drawer.tsx'
import { objectionStateWords, objectionsQuery, objectionsTo } from './objections.ts'

/** 个人诚信记录: shown only, with the person's objection and its answer (G61). */
export function CreditPage() {
  const say = useWords()
  const personId = usePersonId()
  const { data } = useSuspenseQuery(objectionsQuery(personId))
  const [objecting, setObjecting] = useState<RecordView | null>(null)
  const more = (record: RecordView) => {
    const { own, mayObject } = objectionsTo(data.objections, record.id)
    return {
      actions: mayObject && (
        <Button
          size="small"
          onClick={() => setObjecting(record)}
          aria-label={`${say({ zh: '提出异议', en: 'Object' })} ${say(nameOfRecord(record))}`}
        >
          {say({ zh: '提出异议', en: 'Object' })}
        </Button>
      ),
      notes: own.map((objection) => <ObjectionNote key={objection.id} objection={objection} />),
    }
  }
  return (
    <RecordsPage section="credit" more={more}>
      {objecting && (
        <ObjectionDrawer key={objecting.id} record={objecting} close={() => setObjecting(null)} />
      )}
    </RecordsPage>
  )
}

function ObjectionNote({ objection: { state, at, text, answer } }: { objection: CreditObjection }) {
  const say = useWords()
  const read = useInstant()
  return (
    <div className="objection">
      <strong>{say(objectionStateWords[state])}</strong>
      <p>
        {say({ zh: `${read(at)} 您提出：`, en: `You wrote on ${read(at)}: ` })}
        {text}
      </p>
      {answer ? (
        <p>
          {say({ zh: `${read(answer.at)} 答复：`, en: `Answered on ${read(answer.at)}: ` })}
          {answer.reason}
        </p>
      ) : (
        <p className="hint">
          {say({
            zh: '管理部门正在处理，结果会以消息告知您。',
            en: 'The authorities are dealing with it; a message will tell you the answer.',
          })}
        </p>
      )}
    </div>
  )
}
