import type { RecordPayload } from '@zhuji/domain/record-declaration.ts'
import { nameOfPage, nameOfRecord } from './file-names.ts'
import type { KeptPage, KeptRecord, KeptRows, KeptVerification, KeptVersion } from './kept-rows.ts'

type Version = Omit<KeptVersion, 'payload' | 'sealed' | 'recordId'> & {
  content: RecordPayload
  /** The pages of this version, by their files in the archive. */
  pages: { page: number; shows: string; file: string }[]
}

/** A record with all that was ever said of it. */
export type OpenRecord = KeptRecord & {
  name: string
  versions: Version[]
  verifications: (KeptVerification & { cancelled: KeptRows['cancellations'][number] | null })[]
  approvals: KeptRows['approvals']
  uses: KeptRows['uses']
}

interface OpenRecords {
  records: OpenRecord[]
  scans: unknown[]
  pictures: { name: string; blob: string; of: 'scan' }[]
}

/** Every record with its versions, newest last; a page that several versions share lies once in the archive. */
export function recordsOf(kept: KeptRows, open: (row: KeptVersion) => RecordPayload): OpenRecords {
  const versionsOf = Map.groupBy(kept.versions, ({ recordId }) => recordId)
  const pagesOf = Map.groupBy(kept.pages, ({ recordId }) => recordId)
  const files = new Map<string, string>()
  const counted = new Map<string, number>()
  const records = kept.records.map((record) => {
    const number = (counted.get(record.kind) ?? 0) + 1
    counted.set(record.kind, number)
    const rows = (versionsOf.get(record.id) ?? []).map((row) => ({ row, content: open(row) }))
    const name = nameOfRecord(record, rows.at(-1)?.content ?? {})
    const pages = pagesOf.get(record.id) ?? []
    for (const page of pages)
      if (!files.has(page.blob)) files.set(page.blob, nameOfPage(record, number, name, page))
    const versions = rows.map(({ row, content }) => versionOf(row, content, pages, files))
    return { ...record, name, versions, ...saidOf(kept, record.id) }
  })
  kept.scans.forEach(({ blob }, at) => {
    if (!files.has(blob)) files.set(blob, `scans/其他${at + 1}.jpg`)
  })
  const scans = kept.scans.map(({ blob, ...scan }) => ({ file: files.get(blob), ...scan }))
  const pictures = [...files].map(([blob, name]) => ({ name, blob, of: 'scan' as const }))
  return { records, scans, pictures }
}

function versionOf(
  { payload: _, sealed: __, recordId: ___, ...row }: KeptVersion,
  content: RecordPayload,
  pages: readonly KeptPage[],
  files: ReadonlyMap<string, string>,
): Version {
  const own = pages.filter(({ version }) => version === row.version)
  return {
    ...row,
    content,
    pages: own.map(({ page, shows, blob }) => ({ page, shows, file: files.get(blob) ?? '' })),
  }
}

/** What windows, approvals and applications said of a record. */
function saidOf(kept: KeptRows, id: string): Pick<OpenRecord, 'verifications' | 'approvals' | 'uses'> {
  const isOfIt = ({ recordId }: { recordId: string }) => recordId === id
  const cancelled = new Map(kept.cancellations.map((one) => [one.verificationId, one]))
  return {
    verifications: kept.verifications
      .filter(isOfIt)
      .map((one) => ({ ...one, cancelled: cancelled.get(one.id) ?? null })),
    approvals: kept.approvals.filter(isOfIt),
    uses: kept.uses.filter(isOfIt),
  }
}
