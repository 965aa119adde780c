import { type CheckedLines, lineFaults, lineFaultWords } from '@zhuji/domain/full-name-lines.ts'
import { fullNameHints } from '@zhuji/domain/full-names.ts'
import type { FullNameList } from '@zhuji/domain/record-declaration.ts'
import { useMemo } from 'react'
import { useWords } from '../app/language.tsx'

const most = 10

/** What would be taken, what looks odd in it, and what is left out with the reason. */
export function ImportPreview({ checked, list }: { checked: CheckedLines; list: FullNameList | undefined }) {
  const say = useWords()
  const { names, rejected } = checked
  const odd = useMemo(
    () => (list ? names.filter((name) => fullNameHints(name, list).length > 0) : []),
    [names, list],
  )
  const counts = lineFaults
    .map((fault) => ({ fault, count: rejected.filter((line) => line.fault === fault).length }))
    .filter(({ count }) => count > 0)
  return (
    <div className="preview">
      <h3>{say({ zh: '预览', en: 'Preview' })}</h3>
      <p role="status">
        <strong>{say({ zh: `可导入 ${names.length} 条`, en: `${names.length} names to import` })}</strong>
        {say({ zh: `，不导入 ${rejected.length} 行`, en: `, ${rejected.length} lines left out` })}
        {counts.length > 0 &&
          say({
            zh: `（${counts.map(({ fault, count }) => `${lineFaultWords[fault].zh} ${count}`).join('，')}）`,
            en: ` (${counts.map(({ fault, count }) => `${lineFaultWords[fault].en} ${count}`).join(', ')})`,
          })}
      </p>
      <div className="preview-lists">
        <NameList title={say({ zh: '将导入', en: 'To be imported' })} names={names} />
        {odd.length > 0 && (
          <NameList
            title={say({
              zh: `请留意：疑似简称或含可疑字符 ${odd.length} 条，仍会导入`,
              en: `Please look: ${odd.length} look short or have odd signs; they are imported all the same`,
            })}
            names={odd}
          />
        )}
        {rejected.length > 0 && (
          <div>
            <h4>{say({ zh: '不导入的行', en: 'Lines left out' })}</h4>
            <ul className="plain-list">
              {rejected.slice(0, most).map(({ line, text, fault }) => (
                <li key={line}>
                  {say({ zh: `第 ${line} 行：`, en: `Line ${line}: ` })}
                  {say(lineFaultWords[fault])}
                  {text.trim() !== '' && <span className="quiet"> {text.slice(0, 40)}</span>}
                </li>
              ))}
            </ul>
            <More count={rejected.length - most} />
          </div>
        )}
      </div>
    </div>
  )
}

function NameList({ title, names }: { title: string; names: readonly string[] }) {
  return (
    <div>
      <h4>{title}</h4>
      <ul className="plain-list">
        {names.slice(0, most).map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <More count={names.length - most} />
    </div>
  )
}

function More({ count }: { count: number }) {
  const say = useWords()
  if (count <= 0) return null
  return <p className="quiet">{say({ zh: `……另有 ${count} 条`, en: `… and ${count} more` })}</p>
}
