import { kindOf, kindsOfSection, type RecordKind } from '@zhuji/domain/record-kinds.ts'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { forgetDraft } from '../../app/drafts.ts'
import { useWords } from '../../app/language.tsx'
import { usePersonId, useProfile } from '../profile.ts'
import { HistoryDrawer } from './history-drawer.tsx'
import { draftNameOf, keepAsNew, typedInto } from './record-draft.ts'
import { RecordDrawer } from './record-drawer.tsx'
import type { RecordSection } from './record-places.ts'
import { scanPanelHash } from './scan-panel.tsx'
import { useOpenRecord, useRecordSearch } from './use-record-search.ts'

/** The drawer that the page's address asks for: one to add, to edit, to look at, or a history. */
export function OpenRecord({ section }: { section: RecordSection }) {
  const { records } = useProfile()
  const { add, edit, view, history } = useRecordSearch()
  const kinds = kindsOfSection(section)
  const [first = 'education'] = kinds
  const open = useOpenRecord(first)
  const [added, setAdded] = useState<string | null>(null)
  const close = () => open({}, { replace: true })
  const isHere = (kind: RecordKind) => kinds.includes(kind)
  const find = (id: string | undefined) => records.find((one) => one.id === id && isHere(one.kind))
  const opened = find(edit ?? view)
  const past = find(history)
  const adding = add && isHere(add) && kindOf(add).writers.includes('practitioner') ? add : null
  if (past) return <HistoryDrawer key={past.id} record={past} close={close} />
  if (edit && !opened) return <LostRecord kind={first} id={edit} />
  const kind = opened?.kind ?? adding
  if (!kind) return null
  return (
    <RecordDrawer
      key={opened?.id ?? kind}
      kind={kind}
      record={opened ?? null}
      readOnly={view !== undefined}
      added={opened !== undefined && added === opened.id}
      close={close}
      saved={(id) => {
        setAdded(opened ? null : id)
        if (!opened) open({ edit: id }, { hash: scanPanelHash, replace: true })
      }}
    />
  )
}

/** Deleted elsewhere while it was being edited: what was typed can become a record of its own. */
function LostRecord({ kind, id }: { kind: RecordKind; id: string }) {
  const say = useWords()
  const personId = usePersonId()
  const open = useOpenRecord(kind)
  const draft = typedInto(personId, id)
  const asNew = () => {
    if (!draft) return
    keepAsNew(personId, kind, draft.typed)
    forgetDraft(draftNameOf(personId, id))
    open({ add: kind }, { replace: true })
  }
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="problem"
      title={say({
        zh: '这条信息已不在列表中，可能已在别处删除。',
        en: 'This record is not in the list any more; it may have been deleted elsewhere.',
      })}
      description={
        draft &&
        say({
          zh: '您填写的内容还在本机，可以作为一条新的信息继续填写。',
          en: 'What you typed is still on this device: you may go on with it as a new record.',
        })
      }
      action={
        draft && <Button onClick={asNew}>{say({ zh: '作为新信息填写', en: 'Go on as a new record' })}</Button>
      }
    />
  )
}
