import type { RecordView } from '@zhuji/contract/records.ts'
import { decideShows } from '@zhuji/domain/asked-pages.ts'
import type { CutPart } from '@zhuji/domain/jpeg-cut.ts'
import { decidePage, newPage, orderWith } from '@zhuji/domain/scan-pages.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { conflict, notFound, unprocessable } from '../platform/refused-error.ts'
import { sealBytes } from '../platform/sealing.ts'
import { glanceAtRecord } from '../records/repository.ts'
import { addRevision, lockedRecord, type NewPage, requireChangeable } from '../records/revision.ts'
import { type AcceptedScan, acceptedScan } from './accepted-scan.ts'
import { inOrder } from './in-order.ts'
import { scanPlace } from './scan-place.ts'

export interface SentScan {
  recordId: string
  version: number
  shows: NewPage['shows']
  bytes: Uint8Array
}

export interface AddedScan {
  record: RecordView
  removed: CutPart[]
  warnings: string[]
}

/** A page of the scan makes a new version: a verification speaks of exactly what was seen (R5.6, R7.7). */
export async function addScan(
  ctx: Context,
  actor: Actor,
  personId: string,
  { recordId, version, shows, bytes }: SentScan,
): Promise<AddedScan> {
  // Asked before any work, so that a refusal leaves no file behind; decided under the lock.
  const seen = await glanceAtRecord(ctx.db, actor, personId, recordId)
  if (!seen) throw notFound()
  requirePage(seen, version, shows)

  const scan = await acceptedScan(bytes)
  const page = { ...(await putAway(ctx, personId, scan)), shows }
  const record = await withActor(ctx, actor, async (tx) => {
    const locked = await lockedRecord(ctx, tx, personId, recordId)
    requirePage(locked, version, shows)
    const { payload } = locked
    const order = orderWith(locked.scans, shows)
    const next = { change: 'scan-added', payload, scan: page, order } as const
    const revised = await addRevision(ctx, tx, actor, personId, locked, next)
    return { ...locked, ...revised, refusal: null, scans: inOrder([...locked.scans, shownPage(page)], order) }
  })
  return { record, removed: [...scan.removed], warnings: scan.warnings }
}

/** Throws in the order of what the person can mend: a fixed record, a page that nothing asks for, a full scan. */
function requirePage(record: RecordView, version: number, shows: NewPage['shows']): void {
  requireChangeable(record, 'edit', version)
  const asked = decideShows(record, shows)
  if (!asked.granted) throw unprocessable(asked.refusal)
  const decision = decidePage(record.scans.length)
  if (!decision.granted) throw conflict(decision.refusal)
}

/** Encrypted and on the disk before any row speaks of it. The name tells neither whose nor what. */
async function putAway(ctx: Context, personId: string, scan: AcceptedScan): Promise<Omit<NewPage, 'shows'>> {
  const contentHash = ctx.keys.mac('scan-content', scan.bytes)
  const blob = ctx.keys.mac('scan-blob', personId, contentHash).toString('hex')
  await ctx.files.put(blob, sealBytes(ctx.keys, scanPlace(personId), scan.bytes))
  const { width, height, dpi } = scan
  return { blob, bytes: scan.bytes.length, width, height, dpi, contentHash }
}

const shownPage = ({ bytes, width, height, dpi, shows }: NewPage) => ({
  page: newPage,
  bytes,
  width,
  height,
  dpi,
  shows,
})
