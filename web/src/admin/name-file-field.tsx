import { Alert, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { useWords } from '../app/language.tsx'
import {
  type FileFault,
  FileFaultError,
  likelyColumn,
  looksLikeHeading,
  type Rows,
  readNameFile,
} from './name-file.ts'

export interface ChosenFile {
  name: string
  rows: Rows
  column: number
  /** The first row names the columns. */
  headed: boolean
}

interface Props {
  chosen: ChosenFile | null
  choose(file: ChosenFile | null): void
  disabled: boolean
}

const faultWords: Record<FileFault, { zh: string; en: string }> = {
  kind: {
    zh: '只能导入 .xlsx、.csv 或 .txt 文件。旧版 .xls 请另存为 .xlsx。',
    en: 'Only .xlsx, .csv and .txt files can be imported. Save an old .xls as .xlsx.',
  },
  'too-large': {
    zh: '文件超过 20 MB，请拆分后分次导入。',
    en: 'The file is over 20 MB: split it and import the parts one by one.',
  },
  'not-utf-8': {
    zh: '文件不是 UTF-8 编码，中文会变成乱码。请另存为 UTF-8（在 Excel 中选择“CSV UTF-8”）后重新选择。',
    en: 'The file is not in UTF-8 and would be garbled. Save it as UTF-8 (“CSV UTF-8” in Excel) and choose it again.',
  },
  'not-a-spreadsheet': {
    zh: '未能读取该 Excel 文件，可能已损坏或带有密码。请重新另存为 .xlsx 后再选择。',
    en: 'This workbook cannot be read: it may be damaged or have a password. Save it as .xlsx again.',
  },
  empty: {
    zh: '文件中没有任何文字，请核对后重新选择。',
    en: 'There is no text in this file. Check it and choose again.',
  },
}

/** Letters as a spreadsheet names its columns. */
const columnName = (at: number) => (at < 26 ? String.fromCharCode(65 + at) : String(at + 1))

/** Chooses a file, its column, and whether its first row is a heading. */
export function NameFileField({ chosen, choose, disabled }: Props) {
  const say = useWords()
  const [fault, setFault] = useState<FileFault | null>(null)
  const [isReading, setReading] = useState(false)
  const take = async (file: File | undefined) => {
    if (!file) return
    setFault(null)
    setReading(true)
    try {
      const rows = await readNameFile(file)
      choose({ name: file.name, rows, column: likelyColumn(rows), headed: looksLikeHeading(rows[0]) })
    } catch (error) {
      choose(null)
      setFault(error instanceof FileFaultError ? error.fault : 'not-a-spreadsheet')
    } finally {
      setReading(false)
    }
  }
  return (
    <>
      <label className="file-choice">
        <span className="link-button">{say({ zh: '选择文件', en: 'Choose a file' })}</span>
        <input
          type="file"
          className="sr-only"
          accept=".xlsx,.csv,.txt"
          disabled={disabled}
          onChange={({ target }) => {
            void take(target.files?.[0])
            target.value = ''
          }}
        />
        <span>{chosen?.name}</span>
      </label>
      <p className="quiet">
        {say({
          zh: '.xlsx 取第一张工作表的一列；.csv、.txt 须为 UTF-8 编码，每行一个名称。',
          en: 'Of an .xlsx one column of the first sheet; .csv and .txt in UTF-8, one name a line.',
        })}
      </p>
      <div aria-live="polite">
        {isReading && <p>{say({ zh: '正在读取文件…', en: 'Reading the file…' })}</p>}
        {fault && <Alert type="error" showIcon className="problem" title={say(faultWords[fault])} />}
      </div>
      {chosen && <Columns chosen={chosen} choose={choose} disabled={disabled} />}
    </>
  )
}

function Columns({ chosen, choose, disabled }: Props & { chosen: ChosenFile }) {
  const say = useWords()
  const { rows, column, headed } = chosen
  const count = Math.max(...rows.slice(0, 50).map((row) => row.length))
  return (
    <div className="file-columns">
      {count > 1 && (
        <label htmlFor="name-column">
          {say({ zh: '名称所在的列：', en: 'Column of the names: ' })}
          <Select
            id="name-column"
            value={column}
            disabled={disabled}
            popupMatchSelectWidth={false}
            onChange={(next) => choose({ ...chosen, column: next })}
            options={Array.from({ length: count }, (_, at) => ({
              value: at,
              label: `${columnName(at)} ${(rows[0]?.[at] ?? '').slice(0, 20)}`,
            }))}
          />
        </label>
      )}
      <Checkbox
        checked={headed}
        disabled={disabled}
        onChange={({ target }) => choose({ ...chosen, headed: target.checked })}
      >
        {say({ zh: '第一行是标题，不导入', en: 'The first row is a heading: leave it out' })}
      </Checkbox>
    </div>
  )
}
