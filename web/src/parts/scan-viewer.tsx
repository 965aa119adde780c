import { queryOptions, useQuery } from '@tanstack/react-query'
import { type RecordView, readScan } from '@zhuji/contract/records.ts'
import type { Words } from '@zhuji/domain/words.ts'
import { Button } from 'antd'
import type { Ref } from 'react'
import { call } from '../app/call.ts'
import { useWords } from '../app/language.tsx'
import { Loading } from '../ui/loading.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { useObjectUrl } from './use-object-url.ts'
import './scan-viewer.css'

type ScanPage = RecordView['scans'][number]

/** Where one page lies. */
export interface ScanAddress {
  personId: string
  recordId: string
  version: number
  page: number
}

/** One page's bytes; forgotten as soon as nothing shows them. */
export const scanQuery = (params: ScanAddress) =>
  queryOptions({
    queryKey: ['scan', params],
    queryFn: () => call(readScan, { params }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

export const scanShowsWords: Record<ScanPage['shows'], Words> = {
  certificate: { zh: '证书', en: 'Certificate' },
  proof: { zh: '书面证明', en: 'Written proof' },
  'review-form': { zh: '职称评审表', en: 'Review form' },
}

/** How the page lies before the eye: zoom 1 fits the width, turns are quarters to the right. */
export interface ScanLook {
  page: number
  zoom: number
  turn: number
}

export const firstLook = (scans: readonly ScanPage[]): ScanLook => ({
  page: scans[0]?.page ?? 1,
  zoom: 1,
  turn: 0,
})

export type ScanMove = 'closer' | 'farther' | 'turn' | 'before' | 'after' | 'fit'

/** What a key or button does to the look. */
export function lookAfter(look: ScanLook, move: ScanMove, scans: readonly ScanPage[]): ScanLook {
  const page = (by: number): ScanLook => {
    const at = scans.findIndex((scan) => scan.page === look.page) + by
    return { ...look, turn: 0, page: scans[Math.min(Math.max(at, 0), scans.length - 1)]?.page ?? look.page }
  }
  switch (move) {
    case 'closer':
      return { ...look, zoom: Math.min(look.zoom * 1.25, 6) }
    case 'farther':
      return { ...look, zoom: Math.max(look.zoom / 1.25, 0.3) }
    case 'turn':
      return { ...look, turn: (look.turn + 1) % 4 }
    case 'fit':
      return { ...look, zoom: 1, turn: 0 }
    case 'before':
      return page(-1)
    case 'after':
      return page(1)
  }
}

interface Props {
  personId: string
  record: Pick<RecordView, 'id' | 'version' | 'scans'>
  look: ScanLook
  move(move: ScanMove): void
  /** A page's picture is on the screen. */
  shown?(page: number): void
  /** What scrolls, for a face that scrolls by keys of its own. */
  ground?: Ref<HTMLElement>
}

/** A record's scan, page by page, with zoom and turn; keys are the face's own matter. */
export function ScanViewer({ personId, record, look, move, shown, ground }: Props) {
  const say = useWords()
  const scan = record.scans.find(({ page }) => page === look.page)
  if (!scan)
    return (
      <p className="scan-none">
        {say({
          zh: '本人还没有上传扫描件。',
          en: 'The person has not uploaded a scan yet.',
        })}
      </p>
    )
  return (
    <section className="scan-viewer" aria-label={say({ zh: '扫描件', en: 'Scan' })}>
      <Tools scans={record.scans} look={look} move={move} shows={scan.shows} />
      <Sheet
        key={`${record.id}:${record.version}:${scan.page}`}
        address={{ personId, recordId: record.id, version: record.version, page: scan.page }}
        scan={scan}
        look={look}
        shown={shown}
        ground={ground}
      />
    </section>
  )
}

interface ToolsProps extends Pick<Props, 'look' | 'move'> {
  scans: readonly ScanPage[]
  shows: ScanPage['shows']
}

function Tools({ scans, look, move, shows }: ToolsProps) {
  const say = useWords()
  const at = scans.findIndex(({ page }) => page === look.page)
  const tool = (name: ScanMove, words: Words, sign?: string, disabled = false) => (
    <Button
      aria-label={say(words)}
      {...(sign !== undefined && { title: say(words) })}
      onClick={() => move(name)}
      disabled={disabled}
    >
      {sign ?? say(words)}
    </Button>
  )
  return (
    <div className="scan-tools">
      <span className="scan-shows">{say(scanShowsWords[shows])}</span>
      {scans.length > 1 && (
        <>
          {tool('before', { zh: '上一页', en: 'Page before' }, '←', at === 0)}
          <span>
            {at + 1} / {scans.length}
          </span>
          {tool('after', { zh: '下一页', en: 'Next page' }, '→', at === scans.length - 1)}
        </>
      )}
      {tool('farther', { zh: '缩小', en: 'Smaller' }, '−')}
      <span className="scan-zoom">{Math.round(look.zoom * 100)}%</span>
      {tool('closer', { zh: '放大', en: 'Larger' }, '+')}
      {tool('turn', { zh: '旋转', en: 'Turn' })}
      {tool('fit', { zh: '适宽', en: 'Fit' })}
    </div>
  )
}

interface SheetProps {
  address: ScanAddress
  scan: ScanPage
  look: ScanLook
  shown: Props['shown']
  ground: Props['ground']
}

function Sheet({ address, scan, look, shown, ground }: SheetProps) {
  const say = useWords()
  const { data, error, refetch } = useQuery(scanQuery(address))
  const url = useObjectUrl(data)
  if (error) return <ProblemAlert error={error} again={() => void refetch()} />
  if (!url) return <Loading />
  const isAcross = look.turn % 2 === 1
  const [wide, high] = isAcross ? [scan.height, scan.width] : [scan.width, scan.height]
  return (
    <section
      ref={ground}
      className="scan-ground"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable by keyboard
      tabIndex={0}
      aria-label={say({ zh: '扫描件画面', en: 'Picture' })}
    >
      <div className="scan-sheet" style={{ width: `${look.zoom * 100}%`, aspectRatio: `${wide} / ${high}` }}>
        <img
          src={url}
          alt={say({ zh: `扫描件第 ${scan.page} 页`, en: `Scan, page ${scan.page}` })}
          onLoad={() => shown?.(scan.page)}
          style={{
            width: `${(scan.width / wide) * 100}%`,
            height: `${(scan.height / high) * 100}%`,
            transform: `translate(-50%, -50%) rotate(${look.turn * 90}deg)`,
          }}
        />
      </div>
    </section>
  )
}
