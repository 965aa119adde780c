import type { RecordView } from '@zhuji/contract/records.ts'
import { kindOf, type RecordKind } from '@zhuji/domain/record-kinds.ts'
import { Form } from 'antd'
import { useRef, useState } from 'react'
import { draftOf, forgetDraft, keepDraft } from '../../app/drafts.ts'
import { usePersonId } from '../profile.ts'
import type { TypedValues } from './field-values.ts'
import { begunDraft, draftNameOf, isTyped, type RecordDraft } from './record-draft.ts'

/** A record's form with what was kept of it before, kept again at every change. */
export function useDraftedForm(kind: RecordKind, record: RecordView | null) {
  const draftName = draftNameOf(usePersonId(), record?.id ?? kind)
  const [form] = Form.useForm<TypedValues>()
  const [found] = useState(() => draftOf<RecordDraft>(draftName))
  const [base, setBase] = useState<RecordDraft>(() => found ?? begunDraft(record))
  const [isKept, setKept] = useState(found !== undefined)
  // Asked while a page is being left, when a render may still be under way.
  const touched = useRef(found !== undefined)

  const fill = (typed: TypedValues) =>
    form.setFields(
      Object.keys(kindOf(kind).fields).map((name) => ({
        name,
        value: typed[name],
        errors: [],
        touched: false,
      })),
    )
  /** As the record stands, or empty: nothing typed any more. */
  const begin = (seen: RecordView | null) => {
    const next = begunDraft(seen)
    forgetDraft(draftName)
    touched.current = false
    setKept(false)
    setBase(next)
    fill(next.typed)
    form.setFieldValue('declared', false)
  }
  const take = (next: RecordDraft) => {
    keepDraft(draftName, next)
    touched.current = true
    setBase(next)
    fill(next.typed)
  }
  const keep = () => {
    const { declared, ...typed } = form.getFieldsValue(true) as TypedValues
    touched.current = isTyped(kind, base, typed)
    if (touched.current) keepDraft(draftName, { ...base, typed } satisfies RecordDraft)
    else forgetDraft(draftName)
  }
  return { form, base, isKept, isTouched: () => touched.current, begin, take, keep }
}

/** What the form holds while it is typed in, from its first showing on. */
export function useTyped(form: ReturnType<typeof useDraftedForm>['form'], base: RecordDraft): TypedValues {
  const watched = Form.useWatch((values: TypedValues) => values, { form, preserve: true })
  return watched && Object.keys(watched).length > 0 ? watched : base.typed
}
