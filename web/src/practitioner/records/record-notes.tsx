import type { RecordView } from '@zhuji/contract/records.ts'
import { formatDateZh } from '@zhuji/domain/dates.ts'
import { refusalReasonWords } from '@zhuji/domain/original-verification.ts'
import { kindOf } from '@zhuji/domain/record-kinds.ts'
import { Alert } from 'antd'
import { useLanguage, useWords } from '../../app/language.tsx'

const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** What a record still lacks, who checked it, or why a window did not (R7.5). */
export function RecordNotes({ record }: { record: RecordView }) {
  const say = useWords()
  const { language } = useLanguage()
  const day = (instant: string) => {
    const date = shanghai.format(new Date(instant))
    return language === 'zh' ? formatDateZh(date) : date
  }
  return (
    <>
      {record.refusal && <RefusalNote refusal={record.refusal} day={day} />}
      {record.cancellation && <CancellationNote cancellation={record.cancellation} day={day} />}
      {record.origin === 'enterprise' && (
        <p className="hint">{say({ zh: '由企业代为填报', en: 'Entered by an enterprise on your behalf' })}</p>
      )}
      {record.openUse && (
        <p className="hint">
          {say({ zh: `正用于申请 ${record.openUse}`, en: `In use by application ${record.openUse}` })}
        </p>
      )}
      {record.level === 'D' && kindOf(record.kind).scan === 'required' && (
        <p className="hint">
          {record.scans.length === 0
            ? say({ zh: '尚未上传扫描件', en: 'No scan yet' })
            : say({ zh: `扫描件 ${record.scans.length} 页`, en: `Scan: ${record.scans.length} page(s)` })}
        </p>
      )}
      {record.verifiedAt && (
        <p className="hint">
          {say({
            zh: `${day(record.verifiedAt)}${record.verifiedBy ? `由${record.verifiedBy}` : ''}核对原件`,
            en: `Original checked on ${day(record.verifiedAt)}${record.verifiedBy ? ` by ${record.verifiedBy}` : ''}`,
          })}
        </p>
      )}
    </>
  )
}

interface CancellationProps {
  cancellation: NonNullable<RecordView['cancellation']>
  day: (instant: string) => string
}

function CancellationNote({ cancellation: { officeName, at, reason }, day }: CancellationProps) {
  const say = useWords()
  return (
    <Alert
      type="warning"
      showIcon
      className="problem"
      title={say({
        zh: `${officeName}于${day(at)}取消了原件核对`,
        en: `${officeName} cancelled the verification on ${day(at)}`,
      })}
      description={
        <>
          <p>{say({ zh: `理由：${reason}`, en: `Reason: ${reason}` })}</p>
          {say({
            zh: '该信息已退回D级。如有误请点击“编辑”更正，再携原件到窗口重新核对。',
            en: 'The record is back at level D. Press “Edit” if it is wrong, then take the original to a window again.',
          })}
        </>
      }
    />
  )
}

interface RefusalProps {
  refusal: NonNullable<RecordView['refusal']>
  day: (instant: string) => string
}

function RefusalNote({ refusal, day }: RefusalProps) {
  const say = useWords()
  return (
    <Alert
      type="warning"
      showIcon
      className="problem"
      title={say({
        zh: `${refusal.officeName}于${day(refusal.at)}未予核对`,
        en: `Not confirmed by ${refusal.officeName} on ${day(refusal.at)}`,
      })}
      description={
        <>
          <ul>
            {refusal.reasons.map((reason) => (
              <li key={reason}>{say(refusalReasonWords[reason])}</li>
            ))}
            {refusal.note && <li>{refusal.note}</li>}
          </ul>
          {say({
            zh: '请点击“编辑”按原因修改信息或重新上传扫描件，再携原件到窗口。',
            en: 'Press “Edit”, mend the data or the scan accordingly, then take the original to a window again.',
          })}
        </>
      }
    />
  )
}
