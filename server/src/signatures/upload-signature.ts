import type { SignatureView } from '@zhuji/contract/signatures.ts'
import { signatureScan } from '@zhuji/domain/scan-rules.ts'
import { formCodePrefix } from '@zhuji/domain/signature-form.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { notFound, unprocessable } from '../platform/refused-error.ts'
import { sealBytes } from '../platform/sealing.ts'
import { type AcceptedScan, acceptedScan } from '../scans/accepted-scan.ts'
import { formOf } from './form-code.ts'
import { cutOutFile, readForm } from './read-form.ts'
import { findSignatures, insertSignature, lockSignatures, shownSignatures } from './repository.ts'
import { signaturePlace } from './signature-place.ts'

export interface UploadedSignature {
  signature: SignatureView
  removed: AcceptedScan['removed'][number][]
  warnings: string[]
}

/**
 * 上传: the whole form as a scan (R5.2, R10.1, R10.2). Finds whose it is and the frame, cuts the signature out, and
 * keeps both until the person says that it is theirs.
 */
export async function uploadSignature(
  ctx: Context,
  actor: Actor,
  personId: string,
  sent: Uint8Array,
): Promise<UploadedSignature> {
  const scan = await acceptedScan(sent, signatureScan)
  const { formId, cutOut, file } = await signatureOn(ctx, personId, scan.bytes)
  const kept = {
    scan: { blob: await putAway(ctx, personId, 'scan', scan.bytes), bytes: scan.bytes.length },
    cutOut: { blob: await putAway(ctx, personId, 'cut_out', file), bytes: file.length },
  }
  const write = {
    personId,
    id: newId(),
    formId,
    auditId: newId(),
    scan: { ...kept.scan, width: scan.width, height: scan.height, dpi: scan.dpi },
    cutOut: { ...kept.cutOut, width: cutOut.width, height: cutOut.height },
  }
  const signature = await withActor(ctx, actor, async (tx) => {
    if (!(await lockSignatures(tx, personId))) throw notFound()
    const act = {
      id: write.auditId,
      act: 'upload-signature',
      personId,
      object: { kind: 'signature', id: write.id },
      committed: { scan: kept.scan.blob, cutOut: kept.cutOut.blob },
    }
    if (!(await insertSignature(ctx, tx, actor, write, act))) throw foreignForm()
    const all = shownSignatures(await findSignatures(tx, actor, personId))
    return all.find(({ id }) => id === write.id) as SignatureView
  })
  return { signature, removed: [...scan.removed], warnings: scan.warnings }
}

// Whose it is instead, nobody is told.
const foreignForm = () => unprocessable({ code: 'signature-form-foreign' })

async function signatureOn(ctx: Context, personId: string, jpeg: Uint8Array) {
  const { texts, cut } = await readForm(jpeg)
  const codes = texts.filter((text) => text.startsWith(formCodePrefix))
  if (codes.length === 0) throw unprocessable({ code: 'signature-code-missing' })
  const [formId] = codes.map((code) => formOf(ctx.keys, personId, code))
  // Two forms in one picture are nobody's.
  if (!formId || codes.length > 1) throw foreignForm()
  if (!cut.granted) throw unprocessable(cut.refusal)
  return { formId, cutOut: cut.value, file: await cutOutFile(cut.value) }
}

/** Encrypted and on the disk before any row speaks of it. The name tells neither whose nor what. */
async function putAway(
  ctx: Context,
  personId: string,
  column: 'scan' | 'cut_out',
  bytes: Uint8Array,
): Promise<string> {
  const blob = ctx.keys.mac('signature-blob', personId, column, bytes).toString('hex')
  await ctx.files.put(blob, sealBytes(ctx.keys, signaturePlace(personId, column), bytes))
  return blob
}
