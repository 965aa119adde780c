import { Link } from '@tanstack/react-router'
import type { RecordView } from '@zhuji/contract/records.ts'
import { kindOf, type RecordKind } from '@zhuji/domain/record-kinds.ts'
import { useLanguage, useWords } from '../../app/language.tsx'
import { useNarrow } from '../../app/use-narrow.ts'
import { LevelBadge } from '../../ui/level-badge.tsx'
import { RecordActions } from './record-actions.tsx'
import { RecordNotes } from './record-notes.tsx'
import { valueText } from './value-text.ts'

interface Props {
  kind: RecordKind
  records: readonly RecordView[]
}

/** One list of records with its button: a table on the desktop, cards on a phone (G40, G41). */
export function RecordSection({ kind, records }: Props) {
  const say = useWords()
  const narrow = useNarrow()
  const { add, title } = kindOf(kind)
  const own = records.filter((record) => record.kind === kind)
  const List = narrow ? RecordCards : RecordTable
  return (
    <section className="records" aria-labelledby={`records-${kind}`}>
      <div className="records-head">
        <h2 id={`records-${kind}`}>{say({ zh: `${title.zh}信息`, en: `${title.en}s` })}</h2>
        <Link to="/me/education" search={{ add: kind }} className="link-button primary">
          {say(add)}
        </Link>
      </div>
      {own.length === 0 ? (
        <p className="empty">
          {say({
            zh: `还没有${title.zh}。有证书的请点击“${add.zh}”，按证书载明的信息填报。`,
            en: `No ${title.en.toLowerCase()} yet. If you hold one, press “${add.en}”.`,
          })}
        </p>
      ) : (
        <List kind={kind} records={own} />
      )}
    </section>
  )
}

function RecordTable({ kind, records }: Props) {
  const say = useWords()
  const { language } = useLanguage()
  const { fields, listed } = kindOf(kind)
  return (
    <div className="table-scroll">
      <table className="record-table" aria-labelledby={`records-${kind}`}>
        <thead>
          <tr>
            <th scope="col">{say({ zh: '序号', en: 'No.' })}</th>
            {listed.map((name) => (
              <th scope="col" key={name}>
                {fields[name] && say(fields[name].label)}
              </th>
            ))}
            <th scope="col">{say({ zh: '数据等级', en: 'Level' })}</th>
            <th scope="col">{say({ zh: '操作', en: 'Actions' })}</th>
          </tr>
        </thead>
        <tbody>
          {records.map((record, index) => (
            <tr key={record.id}>
              <td>{index + 1}</td>
              {listed.map((name) => (
                <td key={name}>{fields[name] && valueText(fields[name], record.payload[name], language)}</td>
              ))}
              <td>
                <LevelBadge level={record.level} />
              </td>
              <td>
                <RecordActions record={record} />
                <RecordNotes record={record} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function RecordCards({ kind, records }: Props) {
  const say = useWords()
  const { language } = useLanguage()
  const { fields, listed } = kindOf(kind)
  return (
    <ul className="record-cards">
      {records.map((record) => (
        <li key={record.id}>
          <div className="record-card-level">
            <span>{say({ zh: '数据等级', en: 'Level' })}</span>
            <LevelBadge level={record.level} />
          </div>
          <dl>
            {listed.map((name) => (
              <div key={name}>
                <dt>{fields[name] && say(fields[name].label)}</dt>
                <dd>{fields[name] && valueText(fields[name], record.payload[name], language)}</dd>
              </div>
            ))}
          </dl>
          <RecordNotes record={record} />
          <RecordActions record={record} />
        </li>
      ))}
    </ul>
  )
}
