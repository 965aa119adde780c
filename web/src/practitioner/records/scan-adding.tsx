import type { RecordView } from '@zhuji/contract/records.ts'
import { decidePage, mostPages, type PageShows } from '@zhuji/domain/scan-pages.ts'
import { Radio } from 'antd'
import { useState } from 'react'
import { useWords } from '../../app/language.tsx'
import { scanShowsWords } from '../../parts/scan-viewer.tsx'
import { pageChoices } from './scan-missing.ts'
import { ScanUpload } from './scan-upload.tsx'

/** One more page of the scan; where the record asks for several things, first what the page shows (R4.3, R4.7). */
export function ScanAdding({ record }: { record: RecordView }) {
  const say = useWords()
  const [chosen, setChosen] = useState<PageShows | null>(null)
  const choices = pageChoices(record)
  const shows = choices.find((one) => one === chosen) ?? choices[0] ?? 'certificate'
  const pages = record.scans.length
  if (!decidePage(pages).granted)
    return (
      <p className="hint">
        {say({ zh: `扫描件最多 ${mostPages} 页。`, en: `A scan has at most ${mostPages} pages.` })}
      </p>
    )
  return (
    <>
      {choices.length > 1 && (
        <fieldset className="scan-choice">
          <legend>{say({ zh: '接下来上传的是', en: 'The next page shows' })}</legend>
          <Radio.Group value={shows} onChange={({ target }) => setChosen(target.value as PageShows)}>
            {choices.map((one) => (
              <Radio key={one} value={one}>
                {say(scanShowsWords[one])}
              </Radio>
            ))}
          </Radio.Group>
        </fieldset>
      )}
      {pages > 0 && (
        <p className="hint">
          {say({
            zh: `已有 ${pages} 页，还可以添加 ${mostPages - pages} 页（如证书的其他页）。`,
            en: `${pages} so far; ${mostPages - pages} more may be added, such as other pages of the certificate.`,
          })}
        </p>
      )}
      <ScanUpload record={record} shows={shows} />
    </>
  )
}
