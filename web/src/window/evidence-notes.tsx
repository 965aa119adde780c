import { recordKinds } from '@zhuji/domain/record-kinds.ts'
import { Alert } from 'antd'
import { useLanguage, useWords } from '../app/language.tsx'
import { fieldText } from '../parts/field-text.ts'
import type { WorkRecord } from './verification-queries.ts'

/** What lies in place of, or beside, the certificate's original: a written proof (R4.7), a review form (R4.3). */
export function EvidenceNotes({ record }: { record: WorkRecord }) {
  const say = useWords()
  const { language } = useLanguage()
  const unit = fieldText(recordKinds.education.fields.proofUnit, record.payload.proofUnit, language)
  return (
    <>
      {record.payload.lost === true && (
        <Alert
          type="info"
          showIcon
          title={say({
            zh: `证书遗失，以书面证明代替：请核对书面证明原件与扫描件是否一致。学历证明单位：${unit ?? '（未填写）'}`,
            en: `The certificate is lost; a written proof stands for it: compare the proof’s original with the scan. Certifying unit: ${unit ?? '(not given)'}`,
          })}
        />
      )}
      {record.scans.some(({ shows }) => shows === 'review-form') && (
        <Alert
          type="info"
          showIcon
          title={say({
            zh: '附有职称评审表：请同时核验职称证书和职称评审表原件。',
            en: 'A review form is attached: check both originals, the certificate and the form.',
          })}
        />
      )}
    </>
  )
}
