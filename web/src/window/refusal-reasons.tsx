import { refusalReasons, refusalReasonWords } from '@zhuji/domain/original-verification.ts'
import { Checkbox, Input, type InputRef } from 'antd'
import type { Dispatch, RefObject } from 'react'
import { useWords } from '../app/language.tsx'
import type { Desk, DeskAct } from './desk.ts'

interface Props {
  desk: Desk
  act: Dispatch<DeskAct>
  note: RefObject<InputRef | null>
}

/** 不予办理 of the guide: number keys pick the reasons, which reach the person (R7.5, G100–G104). */
export function RefusalReasons({ desk, act, note }: Props) {
  const say = useWords()
  return (
    <fieldset className="refusal-reasons">
      <legend>{say({ zh: '不予核对的理由', en: 'Reasons to refuse' })}</legend>
      {refusalReasons.map((reason, at) => (
        <Checkbox
          key={reason}
          checked={desk.reasons.includes(reason)}
          onChange={() => act({ act: 'reason', reason })}
        >
          <kbd>{at + 1}</kbd> {say(refusalReasonWords[reason])}
        </Checkbox>
      ))}
      <label htmlFor="refusal-note">
        {say({ zh: '补充说明（选填，将告知本人）', en: 'Note for the person (optional)' })} <kbd>N</kbd>
      </label>
      <Input
        id="refusal-note"
        ref={note}
        value={desk.note}
        onChange={({ target }) => act({ act: 'note', note: target.value })}
        onKeyDown={({ key, currentTarget }) => key === 'Escape' && currentTarget.blur()}
        maxLength={200}
        autoComplete="off"
        disabled={desk.reasons.length === 0}
        placeholder={
          desk.reasons.length === 0
            ? say({ zh: '选择理由后可填写', en: 'Choose a reason first' })
            : say({ zh: '如：发证日期应为证书落款时间', en: 'For example: the issue date is at the foot' })
        }
      />
    </fieldset>
  )
}
