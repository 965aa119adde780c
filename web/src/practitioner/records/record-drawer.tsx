import type { RecordView } from '@zhuji/contract/records.ts'
import { decideChange } from '@zhuji/domain/record-changes.ts'
import { kindOf, type RecordKind } from '@zhuji/domain/record-kinds.ts'
import { Alert, Button, Drawer } from 'antd'
import { forgetDraft } from '../../app/drafts.ts'
import { useWords } from '../../app/language.tsx'
import { useNarrow } from '../../app/use-narrow.ts'
import { LevelLegend } from '../../ui/level-legend.tsx'
import { usePersonId } from '../profile.ts'
import { draftNameOf, keepAsNew, typedInto } from './record-draft.ts'
import { RecordFacts } from './record-facts.tsx'
import { RecordForm } from './record-form.tsx'
import { fixedRecordWords } from './record-mending.ts'
import { RecordNotes } from './record-notes.tsx'
import { ScanPanel } from './scan-panel.tsx'
import { useOpenRecord } from './use-record-search.ts'

interface Props {
  kind: RecordKind
  /** null while it is being added. */
  record: RecordView | null
  readOnly: boolean
  /** It was added just now: the form opens anew and says so. */
  added: boolean
  close: () => void
  saved: (id: string) => void
}

const isFixed = ({ level, openUse }: RecordView) => level !== 'D' || openUse !== null

/** Add, edit or look at one record: fields, and the scan beside them where the kind has one (G48, G56). */
export function RecordDrawer({ kind, record, readOnly, added, close, saved }: Props) {
  const say = useWords()
  const narrow = useNarrow()
  const { title, add, scan } = kindOf(kind)
  const fixed = readOnly || (record !== null && isFixed(record))
  const hasScan = scan === 'required'
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
      size={narrow ? '100%' : hasScan ? 'min(1120px, 94vw)' : 'min(800px, 94vw)'}
      onClose={close}
      closable={{ 'aria-label': say({ zh: '关闭', en: 'Close' }) }}
    >
      {record && <RecordNotes record={record} />}
      {record && !readOnly && isFixed(record) && <FixedMeanwhile record={record} />}
      <div className={hasScan ? 'record-desk record-desk-scan' : 'record-desk'}>
        {fixed && record ? (
          <RecordFacts record={record} />
        ) : (
          <RecordForm kind={kind} record={record} added={added} close={close} saved={saved} />
        )}
        {hasScan && <ScanPanel record={record} readOnly={fixed} />}
      </div>
      <LevelLegend />
    </Drawer>
  )
}

/** The record became fixed while its form was open, or its address was kept: why, and where the typed content goes. */
function FixedMeanwhile({ record }: { record: RecordView }) {
  const say = useWords()
  const personId = usePersonId()
  const open = useOpenRecord(record.kind)
  const decision = decideChange(record, { change: 'edit', version: record.version })
  if (decision.granted) return null
  const [answer, ...then] = fixedRecordWords(decision.refusal, record)
  const draft = typedInto(personId, record.id)
  const drop = () => {
    forgetDraft(draftNameOf(personId, record.id))
    open({ view: record.id }, { replace: true })
  }
  const asNew = () => {
    if (draft) keepAsNew(personId, record.kind, draft.typed)
    forgetDraft(draftNameOf(personId, record.id))
    open({ add: record.kind }, { replace: true })
  }
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="problem"
      title={answer && say(answer)}
      description={
        <>
          {then.map((words) => (
            <p key={words.zh}>{say(words)}</p>
          ))}
          {draft && (
            <>
              <p>
                {say({
                  zh: '您填写的修改没有保存，仍在本机。',
                  en: 'What you typed was not saved; it is still on this device.',
                })}
              </p>
              <div className="buttons">
                <Button onClick={asNew}>{say({ zh: '作为新信息填写', en: 'Go on as a new record' })}</Button>
                <Button onClick={drop}>{say({ zh: '放弃修改', en: 'Discard it' })}</Button>
              </div>
            </>
          )}
        </>
      }
    />
  )
}
