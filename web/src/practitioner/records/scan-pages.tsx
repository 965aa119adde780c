import { useMutation } from '@tanstack/react-query'
import { urlOf } from '@zhuji/contract/client.ts'
import { type RecordView, readScan, removeScan } from '@zhuji/contract/records.ts'
import { App, Button, Image } from 'antd'
import { call } from '../../app/call.ts'
import { useWords } from '../../app/language.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { refreshProfile, showRecord, usePersonId } from '../profile.ts'

/** The pages of the scan: small, to be enlarged, to be removed. */
export function ScanPages({ record, readOnly }: { record: RecordView; readOnly: boolean }) {
  const say = useWords()
  const { modal } = App.useApp()
  const personId = usePersonId()
  const { id: recordId, version } = record
  const remove = useMutation({
    mutationFn: (page: number) => call(removeScan, { params: { personId, recordId, version, page } }),
    onSuccess: (answer) => showRecord(personId, answer),
    onError: () => refreshProfile(personId),
  })
  const askRemove = (page: number) =>
    modal.confirm({
      title: say({ zh: `移除第 ${page} 页？`, en: `Remove page ${page}?` }),
      content: say({ zh: '历史版本中仍会保留。', en: 'Earlier versions keep it.' }),
      okText: say({ zh: '移除', en: 'Remove' }),
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync(page).catch(() => {}),
    })
  const name = (page: number) => say({ zh: `扫描件第 ${page} 页`, en: `Scan, page ${page}` })
  return (
    <>
      <ul className="scan-pages">
        {record.scans.map(({ page, bytes, width, height, dpi }) => (
          <li key={`${version}-${page}`}>
            <Image
              src={urlOf(readScan, { params: { personId, recordId, version, page } })}
              alt={name(page)}
              preview={{ cover: say({ zh: '放大查看', en: 'Enlarge' }) }}
            />
            <span className="hint">
              {name(page)} · {Math.ceil(bytes / 1024)} KB · ≈ {Math.round((width / dpi) * 25.4)} ×{' '}
              {Math.round((height / dpi) * 25.4)} mm
            </span>
            {!readOnly && (
              <Button size="small" danger onClick={() => askRemove(page)} loading={remove.isPending}>
                {say({ zh: `移除第 ${page} 页`, en: `Remove page ${page}` })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {readOnly && record.scans.length === 0 && <p>{say({ zh: '没有扫描件。', en: 'There is no scan.' })}</p>}
      <ProblemAlert error={remove.error} />
    </>
  )
}
