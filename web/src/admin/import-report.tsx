import type { FullNameImport } from '@zhuji/contract/full-names.ts'
import { fullNameListWords } from '@zhuji/domain/full-names.ts'
import { Alert, Button } from 'antd'
import { useWords } from '../app/language.tsx'

interface Props {
  report: FullNameImport
  /** Lines of the file that were left out. */
  rejected: number
  another(): void
}

/** What became of an import. */
export function ImportReport({ report, rejected, another }: Props) {
  const say = useWords()
  const list = fullNameListWords[report.list]
  return (
    <section aria-labelledby="report" className="admin-panel">
      <h2 id="report">{say({ zh: '导入结果', en: 'Import report' })}</h2>
      <div role="status">
        <Alert
          type="success"
          showIcon
          role="none"
          className="problem"
          title={say({ zh: `已导入 ${report.names} 条`, en: `${report.names} names imported` })}
          description={say({
            zh: `名录：${list.zh}；来源：${report.source}；版本：${report.edition}；未导入 ${rejected} 行。现已用于填报时的全称建议。`,
            en: `List: ${list.en}; source: ${report.source}; edition: ${report.edition}; ${rejected} lines left out. The names are offered from now on.`,
          })}
        />
      </div>
      <Button onClick={another}>{say({ zh: '继续导入', en: 'Import another' })}</Button>
    </section>
  )
}
