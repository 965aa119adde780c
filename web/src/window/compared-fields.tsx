import { unconfirmedFields } from '@zhuji/domain/original-verification.ts'
import type { Field } from '@zhuji/domain/record-declaration.ts'
import { kindOf } from '@zhuji/domain/record-kinds.ts'
import type { Dispatch } from 'react'
import { useLanguage, useWords } from '../app/language.tsx'
import { fieldText, listedAs } from '../parts/field-text.ts'
import type { Desk, DeskAct } from './desk.ts'
import type { WorkRecord } from './verification-queries.ts'

interface Props {
  record: WorkRecord
  desk: Desk
  act: Dispatch<DeskAct>
}

const notGiven = { zh: '（未填写）', en: '(not given)' }

/** What is compared with the original, in the declared order, confirmed one by one (R7.4, G94). */
export function ComparedFields({ record, desk, act }: Props) {
  const say = useWords()
  const { language } = useLanguage()
  const { compared, fields } = kindOf(record.kind)
  const left = unconfirmedFields(record.kind, desk.confirmed).length
  const words = (name: string) => {
    const field = fields[name] as Field
    return {
      label: say(field.label),
      value: fieldText(field, record.payload[name], language) ?? say(notGiven),
    }
  }
  const now = desk.field === null ? undefined : words(desk.field)
  return (
    <section aria-labelledby="compared">
      <h2 id="compared">
        {say({ zh: '与原件逐项核对', en: 'Compare with the original' })}
        <span className="compared-count">
          {compared.length - left} / {compared.length}
        </span>
      </h2>
      <p className="sr-only" role="status">
        {now
          ? say({ zh: `待核对：${now.label}，${now.value}`, en: `Next: ${now.label}, ${now.value}` })
          : say({ zh: '各项均已核对', en: 'All fields are confirmed' })}
      </p>
      <ol className="compared">
        {compared.map((name) => {
          const { label, value } = words(name)
          const isConfirmed = desk.confirmed.includes(name)
          const printed = listedAs(fields[name] as Field, record.payload[name])
          return (
            <li key={name} className={desk.field === name ? 'is-now' : undefined}>
              <button
                type="button"
                aria-pressed={isConfirmed}
                aria-current={desk.field === name ? 'step' : undefined}
                onClick={() => act({ act: 'toggle', field: name })}
              >
                <span className="compared-mark" aria-hidden="true">
                  {isConfirmed ? '✓' : desk.field === name ? '→' : ''}
                </span>
                <span className="compared-label">{label}</span>
                <span className="compared-value">{value}</span>
                {printed !== null && (
                  <small>
                    {say({ zh: '对应选项：', en: 'Listed as: ' })}
                    {printed}
                  </small>
                )}
              </button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
