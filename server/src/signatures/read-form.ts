import { Worker } from 'node:worker_threads'
import type { Decision } from '@zhuji/domain/decision.ts'
import type { CutFault, CutOut } from '@zhuji/domain/signature-cut.ts'
import type { GreyPicture } from '@zhuji/domain/signature-raster.ts'
import sharp from 'sharp'
import { bounded, inDecodeQueue } from '../scans/decode.ts'

/** What is on a form: the texts of its codes, and the signature or why there is none to be cut out. */
export interface FormReading {
  texts: string[]
  cut: Decision<CutOut, CutFault>
}

/** A sheet of A4 at 200 dpi, and half as much again. */
const mostPixels = 3400
const mostSeconds = 30

/**
 * Reads a form that decodes whole. Pixels are looked at in a thread of their own, few pictures at a time: neither the
 * server's answers nor its memory wait for them. Throws `scan-queue-full`; never call it inside a transaction.
 */
export function readForm(jpeg: Uint8Array): Promise<FormReading> {
  return inDecodeQueue(async () => {
    const { data, info } = await sharp(jpeg, bounded)
      .resize({ width: mostPixels, height: mostPixels, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    return looked({ width: info.width, height: info.height, data: Uint8Array.from(data) })
  })
}

function looked(picture: GreyPicture): Promise<FormReading> {
  const worker = new Worker(new URL('./form-worker.ts', import.meta.url), {
    workerData: picture,
    transferList: [picture.data.buffer as ArrayBuffer],
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  })
  return new Promise<FormReading>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('a form took too long to read')), mostSeconds * 1000)
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the reading of a form ended without an answer')))
    worker.once('exit', () => clearTimeout(timer))
  }).finally(() => worker.terminate())
}

/** The cut-out as a file: black ink on transparent ground. */
export function cutOutFile({ width, height, alpha }: CutOut): Promise<Buffer> {
  const inkAndAlpha = new Uint8Array(alpha.length * 2)
  for (const [at, value] of alpha.entries()) inkAndAlpha[at * 2 + 1] = value
  return sharp(inkAndAlpha, { raw: { width, height, channels: 2 } })
    .png({ compressionLevel: 9 })
    .toBuffer()
}
