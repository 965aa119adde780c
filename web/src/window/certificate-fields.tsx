import { kindOf } from '@zhuji/domain/record-kinds.ts'
import { useLanguage, useWords } from '../app/language.tsx'
import { fieldText } from '../parts/field-text.ts'
import type { WorkRecord } from './verification-queries.ts'

/** Every field of the record, also the empty ones: what is incomplete must be seen (R7.5). */
export function CertificateFields({ record }: { record: WorkRecord }) {
  const say = useWords()
  const { language } = useLanguage()
  const { fields } = kindOf(record.kind)
  return (
    <section className="all-fields" aria-labelledby="all-fields">
      <h2 id="all-fields">{say({ zh: '全部填报信息', en: 'All that was entered' })}</h2>
      <dl>
        {Object.entries(fields).map(([name, field]) => {
          const text = fieldText(field, record.payload[name], language)
          return (
            <div key={name}>
              <dt>{say(field.label)}</dt>
              <dd className={text === null ? 'quiet' : undefined}>
                {text ?? say({ zh: '（未填写）', en: '(not given)' })}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
