import { findAccesses } from '../accesses/repository.ts'
import { spendFreshCode } from '../accounts/codes/spend-fresh-code.ts'
import { sendMessage } from '../accounts/send-message.ts'
import type { Actor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { unsealBytes } from '../platform/sealing.ts'
import { scanPlace } from '../scans/scan-place.ts'
import { signaturePlace } from '../signatures/signature-place.ts'
import type { ArchiveFile } from './archive.ts'
import { openKept, type Picture } from './open-kept.ts'
import { pageOf } from './page.ts'
import { findKept } from './repository.ts'

const wholeTimeline = 1_000_000

/**
 * All that is kept of a person (R12.4), after a fresh code. Everything is read in the transaction that spends it and
 * leaves entry, line and message; the files that it gives are read one by one afterwards, without a connection.
 */
export async function exportAll(
  ctx: Context,
  actor: Actor,
  given: { personId: string; code: string },
): Promise<ArchiveFile[]> {
  const { personId } = given
  const kept = await spendFreshCode(
    ctx,
    actor,
    { personId, purpose: 'export', digits: given.code },
    async (tx) => {
      const rows = await findKept(tx, personId)
      const accesses = await findAccesses(tx, actor, {
        personId,
        today: ctx.today(),
        before: null,
        most: wholeTimeline,
      })
      await recordAudit(ctx, tx, actor, {
        act: 'export-information',
        personId,
        timeline: { reason: 'own-request' },
      })
      await sendMessage(ctx, tx, personId, 'export-made')
      return { rows, accesses }
    },
  )
  const { information, pictures } = openKept(ctx.keys, personId, kept.rows, {
    accesses: kept.accesses,
    madeAt: new Date().toISOString(),
  })
  return [
    { name: '个人信息.html', isText: true, read: () => Buffer.from(pageOf(information), 'utf8') },
    {
      name: 'information.json',
      isText: true,
      read: () => Buffer.from(JSON.stringify(information, null, 2), 'utf8'),
    },
    ...pictures.map((picture) => ({
      name: picture.name,
      isText: false,
      read: () => pictureBytes(ctx, personId, picture),
    })),
  ]
}

async function pictureBytes(ctx: Context, personId: string, picture: Picture): Promise<Uint8Array> {
  if ('bytes' in picture) return picture.bytes
  const places = {
    scan: scanPlace(personId),
    'signature-scan': signaturePlace(personId, 'scan'),
    'signature-cut-out': signaturePlace(personId, 'cut_out'),
  }
  return unsealBytes(ctx.keys, places[picture.of], await ctx.files.get(picture.blob))
}
