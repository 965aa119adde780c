import { withDensity } from '@zhuji/domain/jpeg-density.ts'
import { fitScan, pixelsOf } from '@zhuji/domain/scan-fit.ts'
import { qualityFaultsOf } from '@zhuji/domain/scan-quality.ts'
import { extractDocument } from 'scanic'
import { type AnyCanvas, canvasOf, contextOf, jpegOf, resized } from './canvas.ts'
import { findSheet, searchSide } from './find-sheet.ts'
import { greyOf } from './grey.ts'
import { measureQuality } from './measure-quality.ts'
import {
  type MadeScan,
  type OpenPicture,
  PixelProblem,
  type PixelWork,
  type ScanOrder,
} from './pixel-order.ts'
import { mapped, meanSides, type Quad, scaled } from './quad.ts'

/** Longer sides in pixels: ample for 200 dpi of A4, and within what phones can hold; and what a screen shows. */
const workSide = 3200
const previewSide = 1400

/** The pixel work itself, wherever it runs: in a worker, or in the page where workers have no canvas. */
export function pixelWork(): PixelWork {
  let work: AnyCanvas | null = null
  const opened = (): AnyCanvas => {
    if (!work) throw new Error('no picture is open')
    return work
  }
  return {
    async open(source) {
      const bitmap = await decoded(source)
      work = limited(bitmap, bitmap.width, bitmap.height, workSide)
      bitmap.close()
      const small = limited(work, work.width, work.height, searchSide)
      const pixels = contextOf(small).getImageData(0, 0, small.width, small.height)
      return described(work, await findSheet(pixels))
    },
    async turn(quarters) {
      work = turned(opened(), quarters)
      return described(work, null)
    },
    make: (order) => madeScan(opened(), order),
  }
}

async function decoded(source: Blob | ImageBitmap): Promise<ImageBitmap> {
  if (source instanceof ImageBitmap) return source
  try {
    return await createImageBitmap(source, { imageOrientation: 'from-image' })
  } catch {
    throw new PixelProblem('cannot-decode') // The browser's own words differ from one to the next.
  }
}

function limited(source: CanvasImageSource, width: number, height: number, side: number): AnyCanvas {
  const scale = Math.min(1, side / Math.max(width, height))
  return resized(source, Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)))
}

async function described(work: AnyCanvas, quad: Quad | null): Promise<OpenPicture> {
  const preview = await jpegOf(limited(work, work.width, work.height, previewSide), 85)
  return { width: work.width, height: work.height, quad, preview }
}

function turned(from: AnyCanvas, quarters: 1 | 3): AnyCanvas {
  const canvas = canvasOf(from.height, from.width)
  const context = contextOf(canvas)
  context.translate(canvas.width / 2, canvas.height / 2)
  context.rotate((quarters * Math.PI) / 2)
  context.drawImage(from, -from.width / 2, -from.height / 2)
  return canvas
}

async function madeScan(work: AnyCanvas, { quad, size, limits }: ScanOrder): Promise<MadeScan> {
  const straight = await straightened(work, quad)
  const [width, height] = [pixelsOf(size.widthMm, limits.dpi.max), pixelsOf(size.heightMm, limits.dpi.max)]
  const finest = resized(straight, width, height)
  const fitted = await fitScan(size, limits, async (wanted) => {
    const canvas = wanted.dpi === limits.dpi.max ? finest : resized(straight, wanted.width, wanted.height)
    const bytes = new Uint8Array(await (await jpegOf(canvas, wanted.quality)).arrayBuffer())
    const written = withDensity(bytes, wanted.dpi)
    if (!written.granted) throw new Error('the browser’s encoder gave no whole JPEG')
    return written.value
  })
  if (!fitted.granted) throw new PixelProblem('does-not-fit')
  const measured = measureQuality(greyOf(contextOf(finest).getImageData(0, 0, width, height)))
  const dotsPerPixel = Math.min(straight.width / width, straight.height / height)
  return {
    jpeg: new Blob([fitted.value.bytes as Uint8Array<ArrayBuffer>], { type: 'image/jpeg' }),
    dpi: fitted.value.dpi,
    faults: qualityFaultsOf({ ...measured, dotsPerPixel }),
  }
}

async function straightened(work: AnyCanvas, quad: Quad): Promise<AnyCanvas> {
  const { width, height } = work
  const corners = mapped(scaled(quad, width, height), ({ x, y }) => ({
    x: Math.min(Math.max(x - 0.5, 0), width - 1),
    y: Math.min(Math.max(y - 0.5, 0), height - 1),
  }))
  const [topLeft, topRight, bottomRight, bottomLeft] = corners
  // Typed for pages; in a worker the canvases are the worker's.
  const page = work as HTMLCanvasElement
  const { output } = await extractDocument(page, { topLeft, topRight, bottomRight, bottomLeft })
  if (output && typeof output === 'object' && 'getContext' in output) return output as AnyCanvas
  const { across, down } = meanSides(corners)
  throw new Error(`no sheet of ${Math.round(across)} × ${Math.round(down)} pixels could be straightened`)
}
