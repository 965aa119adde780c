import type { RecordView } from '@zhuji/contract/records.ts'
import { Modal } from 'antd'
import { useState } from 'react'
import { useWords } from '../../app/language.tsx'
import { lookAfter, type ScanLook, ScanViewer } from '../../parts/scan-viewer.tsx'
import { usePersonId } from '../profile.ts'

interface Props {
  record: RecordView
  /** The page that was pressed. */
  page: number
  close: () => void
}

/** The record's scan, large enough to be read, page by page. */
export function ScanLarge({ record, page, close }: Props) {
  const say = useWords()
  const personId = usePersonId()
  const [look, setLook] = useState<ScanLook>({ page, zoom: 1, turn: 0 })
  return (
    <Modal
      open
      footer={null}
      width="min(960px, 100vw)"
      className="scan-large"
      title={say({ zh: '查看扫描件', en: 'Scan' })}
      onCancel={close}
      closable={{ 'aria-label': say({ zh: '关闭', en: 'Close' }) }}
    >
      <ScanViewer
        personId={personId}
        record={record}
        look={look}
        move={(how) => setLook(lookAfter(look, how, record.scans))}
      />
    </Modal>
  )
}
