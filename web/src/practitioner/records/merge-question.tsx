import { useQuery } from '@tanstack/react-query'
import { readHistory } from '@zhuji/contract/records.ts'
import type { Field, FieldValue, RecordPayload } from '@zhuji/domain/record-declaration.ts'
import { kindOf, type RecordKind } from '@zhuji/domain/record-kinds.ts'
import { chosenMerge, type MergeConflict, type MergeSide } from '@zhuji/domain/record-merge.ts'
import { Button, Modal, Radio } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useInstant } from '../../app/instant.ts'
import { useLanguage, useWords } from '../../app/language.tsx'
import { shownText } from '../../parts/field-text.ts'
import { usePersonId } from '../profile.ts'
import { doerWords } from './history-words.ts'
import type { MergeAsked } from './use-record-save.ts'

interface Props {
  kind: RecordKind
  asked: MergeAsked
  /** Saves what was chosen, against the version that was saved elsewhere. */
  take: (payload: RecordPayload) => void
  /** Back to the form, nothing decided. */
  goOn: () => void
}

/** Two pages changed one record: the person chooses field by field where both did; the rest is kept of both (R6.10). */
export function MergeQuestion({ kind, asked, take, goOn }: Props) {
  const say = useWords()
  const [chosen, setChosen] = useState<Record<string, MergeSide>>({})
  const { conflicts, mine, theirs } = asked.merge
  const payload = chosenMerge(asked.merge, chosen)
  const left = conflicts.filter(({ field }) => !chosen[field]).length
  return (
    <Modal
      open
      width={720}
      title={say({
        zh: '该信息已在别处修改，请选择保留哪些内容',
        en: 'Saved elsewhere meanwhile: choose what stays',
      })}
      onCancel={goOn}
      footer={[
        <Button key="back" onClick={goOn}>
          {say({ zh: '返回继续填写', en: 'Back to the form' })}
        </Button>,
        <Button key="take" type="primary" disabled={!payload} onClick={() => payload && take(payload)}>
          {left > 0
            ? say({ zh: `还有 ${left} 项未选择`, en: `${left} still to choose` })
            : say({ zh: '按所选内容保存', en: 'Save as chosen' })}
        </Button>,
      ]}
    >
      <SavedBy asked={asked} />
      {conflicts.map((conflict) => (
        <Conflict
          key={conflict.field}
          field={kindOf(kind).fields[conflict.field]}
          conflict={conflict}
          choose={(side) => setChosen({ ...chosen, [conflict.field]: side })}
          chosen={chosen[conflict.field]}
        />
      ))}
      <Kept
        kind={kind}
        names={mine}
        payload={asked.merge.merged}
        title={say({ zh: '仅您在此页修改的，将保留：', en: 'Changed only here, kept:' })}
      />
      <Kept
        kind={kind}
        names={theirs.filter((name) => !mine.includes(name))}
        payload={asked.merge.merged}
        title={say({ zh: '仅在别处修改的，将保留：', en: 'Changed only elsewhere, kept:' })}
      />
    </Modal>
  )
}

/** Who saved the other version, and when, as its history tells. */
function SavedBy({ asked: { latest } }: { asked: MergeAsked }) {
  const say = useWords()
  const personId = usePersonId()
  const history = useQuery({
    queryKey: ['history', latest.id, latest.version, latest.level],
    queryFn: () => call(readHistory, { params: { personId, recordId: latest.id } }),
  })
  const at = useInstant()(latest.updatedAt)
  const edit = history.data?.entries.findLast(({ event }) => event === 'edited')
  const who = edit ? say(doerWords(edit.by)) : ''
  return (
    <p>
      {say({
        zh: `另一处的内容${who && `由${who}`}保存于 ${at}。您在此页填写的内容没有丢失。`,
        en: `The other was saved at ${at}${who && ` by ${who}`}. What you typed here is not lost.`,
      })}
    </p>
  )
}

interface ConflictProps {
  field: Field | undefined
  conflict: MergeConflict
  chosen: MergeSide | undefined
  choose: (side: MergeSide) => void
}

function Conflict({ field, conflict, chosen, choose }: ConflictProps) {
  const say = useWords()
  const { language } = useLanguage()
  if (!field) return null
  const label = say(field.label)
  const text = (value: FieldValue) => shownText(field, value, language)
  return (
    <fieldset className="merge-field">
      <legend>{label}</legend>
      <Radio.Group
        aria-label={label}
        value={chosen ?? null}
        onChange={({ target }) => choose(target.value as MergeSide)}
      >
        <Radio value="mine">
          <span className="hint">{say({ zh: '此页填写', en: 'Typed here' })}</span> {text(conflict.mine)}
        </Radio>
        <Radio value="theirs">
          <span className="hint">{say({ zh: '别处已存', en: 'Saved elsewhere' })}</span>{' '}
          {text(conflict.theirs)}
        </Radio>
      </Radio.Group>
      <p className="hint">
        {say({ zh: '修改前：', en: 'Before: ' })}
        {text(conflict.base)}
      </p>
    </fieldset>
  )
}

interface KeptProps {
  kind: RecordKind
  names: readonly string[]
  payload: RecordPayload
  title: string
}

function Kept({ kind, names, payload, title }: KeptProps) {
  const say = useWords()
  const { language } = useLanguage()
  if (names.length === 0) return null
  const { fields } = kindOf(kind)
  return (
    <div className="merge-kept">
      <p>{title}</p>
      <ul>
        {names.map((name) => {
          const field = fields[name]
          return (
            field && (
              <li key={name}>
                {say(field.label)}：{shownText(field, payload[name], language)}
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}
