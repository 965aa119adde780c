import type { RecordView } from '@zhuji/contract/records.ts'
import { kindOf, type RecordKind } from '@zhuji/domain/record-kinds.ts'
import { Drawer } from 'antd'
import { useWords } from '../../app/language.tsx'
import { useNarrow } from '../../app/use-narrow.ts'
import { LevelLegend } from '../../ui/level-legend.tsx'
import { RecordFacts } from './record-facts.tsx'
import { RecordForm } from './record-form.tsx'
import { RecordNotes } from './record-notes.tsx'
import { ScanPanel } from './scan-panel.tsx'

interface Props {
  kind: RecordKind
  /** null while it is being added. */
  record: RecordView | null
  readOnly: boolean
  close: () => void
  saved: (id: string) => void
}

/** Add, edit or look at one record: fields, and the scan beside them. */
export function RecordDrawer({ kind, record, readOnly, close, saved }: Props) {
  const say = useWords()
  const narrow = useNarrow()
  const { title, add, scan } = kindOf(kind)
  const fixed = readOnly || (record !== null && record.level !== 'D')
  const heading = () => {
    if (!record) return say(add)
    return fixed
      ? say({ zh: `查看${title.zh}`, en: title.en })
      : say({ zh: `编辑${title.zh}`, en: `Edit: ${title.en}` })
  }
  return (
    <Drawer
      open
      title={<h2 className="drawer-title">{heading()}</h2>}
      size={narrow ? '100%' : 'min(1120px, 94vw)'}
      onClose={close}
      closable={{ 'aria-label': say({ zh: '关闭', en: 'Close' }) }}
    >
      {record && <RecordNotes record={record} />}
      <div className="record-desk">
        {fixed && record ? (
          <RecordFacts record={record} />
        ) : (
          <RecordForm kind={kind} record={record} close={close} saved={saved} />
        )}
        {scan === 'required' && <ScanPanel record={record} readOnly={fixed} />}
      </div>
      <LevelLegend />
    </Drawer>
  )
}
