import type { SheetSize } from '@zhuji/domain/scan-sheets.ts'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

/** Pixels of the longer side of a page that is made into a scan. */
const longSide = 3000

export interface OpenPdf {
  pages: number
  /** One page, numbered from 1, as a picture whose longer side has so many pixels. */
  draw(page: number, side?: number): Promise<{ picture: ImageBitmap; size: SheetSize }>
  close(): void
}

export class PdfProblem extends Error {
  readonly code: 'locked' | 'broken'
  constructor(code: PdfProblem['code']) {
    super(code)
    this.code = code
  }
}

/** Opens a PDF without running anything in it; the reader is loaded only now. Throws PdfProblem. */
export async function openPdf(file: Blob): Promise<OpenPdf> {
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  GlobalWorkerOptions.workerSrc = workerUrl
  const parts = `${import.meta.env.BASE_URL}assets/pdf`
  const task = getDocument({
    data: await file.arrayBuffer(),
    cMapUrl: `${parts}/cmaps/`,
    standardFontDataUrl: `${parts}/standard_fonts/`,
    wasmUrl: `${parts}/wasm/`,
    // Our policy lets no page compile wasm; the reader has the same in script.
    useWasm: false,
    enableXfa: false,
  })
  try {
    const document = await task.promise
    return {
      pages: document.numPages,
      draw: (page, side = longSide) => drawn(document, page, side),
      close: () => void task.destroy(),
    }
  } catch (error) {
    throw new PdfProblem((error as Error).name === 'PasswordException' ? 'locked' : 'broken')
  }
}

async function drawn(document: PDFDocumentProxy, number: number, side: number) {
  const page = await document.getPage(number)
  const points = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: side / Math.max(points.width, points.height) })
  const canvas = window.document.createElement('canvas')
  canvas.width = Math.round(viewport.width)
  canvas.height = Math.round(viewport.height)
  await page.render({ canvas, viewport, background: '#fff' }).promise
  const millimetres = (length: number) => (length / 72) * 25.4
  const size = { widthMm: millimetres(points.width), heightMm: millimetres(points.height) }
  return { picture: await createImageBitmap(canvas), size }
}
