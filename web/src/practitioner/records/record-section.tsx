import { Link } from '@tanstack/react-router'
import type { RecordView } from '@zhuji/contract/records.ts'
import { kindOf, type RecordKind } from '@zhuji/domain/record-kinds.ts'
import type { Words } from '@zhuji/domain/words.ts'
import type { ReactNode } from 'react'
import { useLanguage, useWords } from '../../app/language.tsx'
import { useNarrow } from '../../app/use-narrow.ts'
import { LevelBadge } from '../../ui/level-badge.tsx'
import { RecordActions } from './record-actions.tsx'
import { recordColumns } from './record-columns.ts'
import { RecordNotes } from './record-notes.tsx'
import { recordPathOf } from './record-places.ts'

export interface RecordListProps {
  kind: RecordKind
  records: readonly RecordView[]
  /** What a row offers and tells besides. */
  more?: ((record: RecordView) => { actions: ReactNode; notes: ReactNode }) | undefined
}

/** One list of records with its button: a table on the desktop, cards on a phone (G40, G41, G45, G54, G57). */
export function RecordList({ kind, records, more }: RecordListProps) {
  const say = useWords()
  const narrow = useNarrow()
  const { add, title, writers } = kindOf(kind)
  const own = records.filter((record) => record.kind === kind)
  const List = narrow ? RecordCards : RecordTable
  return (
    <section className="records" aria-labelledby={`records-${kind}`}>
      <div className="records-head">
        <h2 id={`records-${kind}`}>{say(title)}</h2>
        {writers.includes('practitioner') && (
          <Link to={recordPathOf(kind)} search={{ add: kind }} className="link-button primary">
            {say(add)}
          </Link>
        )}
      </div>
      {own.length === 0 ? (
        <p className="empty">{say(emptyListWords(kind))}</p>
      ) : (
        <List kind={kind} records={own} more={more} />
      )}
    </section>
  )
}

/** What to do where nothing stands yet. */
function emptyListWords(kind: RecordKind): Words {
  const { title, add, evidence } = kindOf(kind)
  if (evidence === 'supplied')
    return {
      zh: `暂无${title.zh}，${add.zh}，您无需处理。应有而没有的，请向报送该信息的部门反映。`,
      en: `Nothing here yet. ${add.en}: there is nothing to do. If something is missing, tell whoever supplies it.`,
    }
  const has = evidence === 'original' ? '有证书的' : '有相关经历的'
  const how = evidence === 'original' ? '按证书载明的信息' : '逐条如实'
  return {
    zh: `还没有${title.zh}信息。${has}请点击“${add.zh}”，${how}填报；没有的无需处理。`,
    en: `No ${title.en.toLowerCase()} yet. If you have one, press “${add.en}”; otherwise there is nothing to do.`,
  }
}

function RecordTable({ kind, records, more }: RecordListProps) {
  const say = useWords()
  const { language } = useLanguage()
  const columns = recordColumns(kind)
  return (
    <div className="table-scroll">
      <table className="record-table" aria-labelledby={`records-${kind}`}>
        <thead>
          <tr>
            <th scope="col">{say({ zh: '序号', en: 'No.' })}</th>
            {columns.map(({ name, label }) => (
              <th scope="col" key={name}>
                {say(label)}
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
              {columns.map(({ name, text }) => (
                <td key={name}>{text(record, language)}</td>
              ))}
              <td>
                <LevelBadge level={record.level} />
              </td>
              <td className="record-does">
                <RecordActions record={record} more={more?.(record).actions} />
                <RecordNotes record={record} />
                {more?.(record).notes}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function RecordCards({ kind, records, more }: RecordListProps) {
  const say = useWords()
  const { language } = useLanguage()
  return (
    <ul className="record-cards">
      {records.map((record) => (
        <li key={record.id}>
          <div className="record-card-level">
            <span>{say({ zh: '数据等级', en: 'Level' })}</span>
            <LevelBadge level={record.level} />
          </div>
          <dl>
            {recordColumns(kind).map(({ name, label, text }) => (
              <div key={name}>
                <dt>{say(label)}</dt>
                <dd>{text(record, language)}</dd>
              </div>
            ))}
          </dl>
          <RecordNotes record={record} />
          {more?.(record).notes}
          <RecordActions record={record} more={more?.(record).actions} />
        </li>
      ))}
    </ul>
  )
}
