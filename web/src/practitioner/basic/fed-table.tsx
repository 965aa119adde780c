import type { ReactNode } from 'react'
import { useNarrow } from '../../app/use-narrow.ts'

interface Props {
  labelledBy: string
  columns: readonly string[]
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
  /** What is said where there is no row. */
  empty: string
}

/** Lines that are shown only: a table on the desktop, cards on a phone. */
export function FedTable({ labelledBy, columns, rows, empty }: Props) {
  const narrow = useNarrow()
  if (rows.length === 0) return <p className="empty">{empty}</p>
  if (narrow)
    return (
      <ul className="record-cards" aria-labelledby={labelledBy}>
        {rows.map(({ key, cells }) => (
          <li key={key}>
            <dl>
              {columns.map((column, at) => (
                <div key={column}>
                  <dt>{column}</dt>
                  <dd>{cells[at]}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    )
  return (
    <div className="table-scroll">
      <table className="record-table" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {columns.map((column, at) => (
                <td key={column}>{cells[at]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
