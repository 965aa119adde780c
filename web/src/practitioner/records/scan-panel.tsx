import type { RecordView } from '@zhuji/contract/records.ts'
import { Alert } from 'antd'
import { useEffect, useRef } from 'react'
import { useWords } from '../../app/language.tsx'
import { ScanAdding } from './scan-adding.tsx'
import { scanLacks } from './scan-missing.ts'
import { ScanPages } from './scan-pages.tsx'

/** The address names it right after a save: then it is brought to the eye, below the form on a phone. */
export const scanPanelHash = 'scan-panel'

/** 附件上传 beside the fields: only once the record is saved (G48, R5.1). */
export function ScanPanel({ record, readOnly }: { record: RecordView | null; readOnly: boolean }) {
  const say = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (window.location.hash === `#${scanPanelHash}`) heading.current?.focus()
  }, [])
  const lacks = record && !readOnly ? scanLacks(record) : []
  return (
    <section className="scan-panel" aria-labelledby={scanPanelHash}>
      <h3 id={scanPanelHash} ref={heading} tabIndex={-1}>
        {say({ zh: '附件上传', en: 'Scan' })}
      </h3>
      {!record && (
        <Alert
          type="info"
          showIcon
          title={say({ zh: '信息保存后才能上传附件', en: 'Save the data first, then upload the scan' })}
        />
      )}
      {record && !readOnly && record.scans.length === 0 && (
        <p role="status">
          {say({
            zh: '信息已保存，请上传证书扫描件。',
            en: 'Saved. Now upload the scan of the certificate.',
          })}
        </p>
      )}
      {record && <ScanPages record={record} readOnly={readOnly} />}
      {record && record.scans.length > 0 && lacks.length > 0 && (
        <ul className="scan-lacks" aria-label={say({ zh: '扫描件还缺', en: 'Still missing' })}>
          {lacks.map((words) => (
            <li key={words.zh}>⚠ {say(words)}</li>
          ))}
        </ul>
      )}
      {record && !readOnly && <ScanAdding record={record} />}
      <p className="hint">
        {say({
          zh: '附件要求：分辨率72dpi~100dpi，比例1:1，类型JPG、JPEG，大小不超过300KB。',
          en: 'Scans: 72–100 dpi, scale 1:1, JPG or JPEG, at most 300 KB.',
        })}
      </p>
    </section>
  )
}
