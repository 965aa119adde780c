import type { RecordView } from '@zhuji/contract/records.ts'
import { mostWithoutAppointment, windowVisit } from '@zhuji/domain/window-visit.ts'
import { useWords } from '../../app/language.tsx'
import { nameOfRecord } from './next-tasks.ts'

/** 去窗口: what to take along, and what is not ready for it (R4.11, R7.2, G4, G7). */
export function GoingToWindow({ records }: { records: readonly RecordView[] }) {
  const say = useWords()
  const { ready, notReady, needsAppointment } = windowVisit(records)
  return (
    <section aria-labelledby="going">
      <h2 id="going">{say({ zh: '去窗口', en: 'Going to a window' })}</h2>
      <p>
        {say({
          zh: '本人或委托人携带以下材料，就近到市、区任一受理窗口，没有时间限制：',
          en: 'You or your agent take these to any window of the city or a district; there is no deadline:',
        })}
      </p>
      <ul className="bring">
        <li>{say({ zh: '身份证原件或复印件', en: 'The identity card, or a copy of it' })}</li>
        {ready.map((record) => (
          <li key={record.id}>
            {say(nameOfRecord(record))}
            {say(originalsOf(record))}
          </li>
        ))}
        {ready.length === 0 && (
          <li className="hint">
            {say({ zh: '目前没有可以核验的证书。', en: 'No certificate is ready to be checked yet.' })}
          </li>
        )}
      </ul>
      {notReady.length > 0 && (
        <p className="hint">
          {say({
            zh: `另有 ${notReady.length} 本证书还不能核验，请先按「下一步」补充：`,
            en: `${notReady.length} more cannot be checked yet; see «What comes next» first: `,
          })}
          {notReady.map((record) => say(nameOfRecord(record))).join(say({ zh: '、', en: ', ' }))}
        </p>
      )}
      {needsAppointment && (
        <p className="attention">
          {say({
            zh: `一次核验超过${mostWithoutAppointment}本证书的，需要提前与窗口预约。`,
            en: `More than ${mostWithoutAppointment} certificates in one visit need an appointment made before.`,
          })}
        </p>
      )}
      <p>
        <a href="/windows">
          {say({ zh: '查看窗口地址和受理时间', en: 'Addresses and hours of the windows' })}
        </a>
      </p>
    </section>
  )
}

function originalsOf({ payload, kind }: RecordView) {
  const source = payload.specialtySource
  if (payload.lost === true) return { zh: '：书面证明原件', en: ': the original of the written proof' }
  if (kind === 'title' && typeof source === 'object' && source?.code === 'review-form')
    return { zh: '：证书原件、职称评审表原件', en: ': the certificate and the review form, both originals' }
  return { zh: '：证书原件', en: ': the original' }
}
