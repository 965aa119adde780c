import { useMutation } from '@tanstack/react-query'
import { urlOf } from '@zhuji/contract/client.ts'
import { type RecordView, readScan, removeScan, reorderScans } from '@zhuji/contract/records.ts'
import { decideOrder } from '@zhuji/domain/scan-pages.ts'
import { App, Button } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useWords } from '../../app/language.tsx'
import { scanShowsWords } from '../../parts/scan-viewer.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { refreshProfile, showRecord, usePersonId } from '../profile.ts'
import { ScanLarge } from './scan-large.tsx'

interface Props {
  record: RecordView
  readOnly: boolean
}

const millimetres = (pixels: number, dpi: number) => Math.round((pixels / dpi) * 25.4)

/** The pages of the scan in their order: to be enlarged, moved, removed (R4.3). */
export function ScanPages({ record, readOnly }: Props) {
  const say = useWords()
  const personId = usePersonId()
  const [large, setLarge] = useState<number | null>(null)
  const { askRemove, move, orderAfter, error, busy } = useChanges(record)
  const { id: recordId, version, scans } = record
  const name = (page: number) => say({ zh: `扫描件第 ${page} 页`, en: `Scan, page ${page}` })
  const button = (zh: string, en: string, press: () => void, disabled = false) => (
    <Button size="small" onClick={press} disabled={disabled || busy}>
      {say({ zh, en })}
    </Button>
  )
  return (
    <>
      <ol className="scan-pages">
        {scans.map(({ page, bytes, width, height, dpi, shows }, at) => (
          <li key={`${version}-${page}`}>
            <button
              type="button"
              className="scan-thumbnail"
              onClick={() => setLarge(page)}
              title={say({ zh: '放大查看', en: 'Enlarge' })}
            >
              <img
                src={urlOf(readScan, { params: { personId, recordId, version, page } })}
                alt={name(page)}
              />
            </button>
            <span className="scan-page-words">
              <strong>{say(scanShowsWords[shows])}</strong>
              <span className="hint">
                {say({ zh: `第 ${page} 页`, en: `Page ${page}` })} · {Math.ceil(bytes / 1024)} KB · ≈{' '}
                {millimetres(width, dpi)} × {millimetres(height, dpi)} mm
              </span>
            </span>
            {!readOnly && (
              <span className="actions">
                {scans.length > 1 && (
                  <>
                    {button(
                      `上移第 ${page} 页`,
                      `Move page ${page} up`,
                      () => move(at, -1),
                      !orderAfter(at, -1),
                    )}
                    {button(
                      `下移第 ${page} 页`,
                      `Move page ${page} down`,
                      () => move(at, 1),
                      !orderAfter(at, 1),
                    )}
                  </>
                )}
                <Button size="small" danger onClick={() => askRemove(page)} disabled={busy}>
                  {say({ zh: `移除第 ${page} 页`, en: `Remove page ${page}` })}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ol>
      {readOnly && scans.length === 0 && <p>{say({ zh: '没有扫描件。', en: 'There is no scan.' })}</p>}
      <ProblemAlert error={error} />
      {large !== null && <ScanLarge record={record} page={large} close={() => setLarge(null)} />}
    </>
  )
}

function useChanges(record: RecordView) {
  const say = useWords()
  const { modal } = App.useApp()
  const personId = usePersonId()
  const { id: recordId, version, scans } = record
  const params = { personId, recordId, version }
  const shown = {
    onSuccess: (answer: RecordView) => showRecord(personId, answer),
    onError: () => refreshProfile(personId),
  }
  const remove = useMutation({
    ...shown,
    mutationFn: (page: number) => call(removeScan, { params: { ...params, page } }),
  })
  const reorder = useMutation({
    ...shown,
    mutationFn: (pages: number[]) => call(reorderScans, { params, body: { pages } }),
  })
  /** The order with this page one place further; null where it may not stand there. */
  const orderAfter = (at: number, by: number): number[] | null => {
    const order = scans.map(({ page }) => page)
    const [page, other] = [order[at], order[at + by]]
    if (page === undefined || other === undefined) return null
    const next = order.with(at, other).with(at + by, page)
    return decideOrder(scans, next).granted ? next : null
  }
  const move = (at: number, by: number) => {
    const order = orderAfter(at, by)
    if (order) reorder.mutate(order)
  }
  const askRemove = (page: number) =>
    modal.confirm({
      title: say({ zh: `移除第 ${page} 页？`, en: `Remove page ${page}?` }),
      content: say({ zh: '历史版本中仍会保留。', en: 'Earlier versions keep it.' }),
      okText: say({ zh: '移除', en: 'Remove' }),
      cancelText: say({ zh: '取消', en: 'Cancel' }),
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync(page).catch(() => {}),
    })
  return {
    askRemove,
    move,
    orderAfter,
    error: remove.error ?? reorder.error,
    busy: remove.isPending || reorder.isPending,
  }
}
