import { type ScanCheck, type ScanLimits, scanChecks } from '@zhuji/domain/scan-rules.ts'
import { type SheetSize, sheets } from '@zhuji/domain/scan-sheets.ts'
import type { Words } from '@zhuji/domain/words.ts'
import { useEffect, useRef, useState } from 'react'
import type { OpenPdf } from './open-pdf.ts'
import type { MadeScan, OpenPicture } from './pixel-order.ts'
import { type Quad, turnedAlong, wholePicture } from './quad.ts'
import { problemWords, readSource } from './read-source.ts'
import { type StartedPixelWork, startPixelWork } from './start-pixel-work.ts'

export interface EdgesStep {
  at: 'edges'
  picture: OpenPicture
  quad: Quad
  /** Of the whole picture, where its file says it. */
  wholeMm: SheetSize | null
}

export type StudioStep =
  | { at: 'choose' }
  | { at: 'pdf'; pdf: OpenPdf }
  | EdgesStep
  | { at: 'result'; edges: EdgesStep; made: MadeScan; checks: readonly ScanCheck[] }

export type Running = 'opening' | 'turning' | 'making' | null

/** Corners to begin with where none were found: a little within the picture, so that their handles can be seen. */
const inset: Quad = [
  { x: 0.06, y: 0.06 },
  { x: 0.94, y: 0.06 },
  { x: 0.94, y: 0.94 },
  { x: 0.06, y: 0.94 },
]

/** The studio's steps, and what leads from one to the next. */
export function useStudio(limits: ScanLimits, first: Blob | null) {
  const work = useRef<StartedPixelWork | null>(null)
  const pdf = useRef<OpenPdf | null>(null)
  const [step, setStep] = useState<StudioStep>({ at: 'choose' })
  const [running, setRunning] = useState<Running>(first ? 'opening' : null)
  const [problem, setProblem] = useState<Words | null>(null)

  const run = async (what: Running, act: (pixels: StartedPixelWork) => Promise<StudioStep>) => {
    work.current ??= startPixelWork()
    const mine = work.current
    setProblem(null)
    setRunning(what)
    try {
      const next = await act(mine)
      if (work.current === mine) setStep(next)
    } catch (error) {
      if (work.current === mine) setProblem(problemWords(error))
    } finally {
      if (work.current === mine) setRunning(null)
    }
  }
  const choose = (file: Blob) =>
    run('opening', async (pixels) => {
      pdf.current?.close()
      const read = await readSource(file)
      pdf.current = read.is === 'pdf' ? read.pdf : null
      if (read.is === 'pdf' && read.pdf.pages > 1) return { at: 'pdf', pdf: read.pdf }
      if (read.is === 'pdf') return pageOpened(pixels, read.pdf, 1)
      const picture = await pixels.open(read.source)
      return { at: 'edges', picture, quad: picture.quad ?? begunWith(picture, read.size), wholeMm: read.size }
    })
  const choosePage = (from: OpenPdf, page: number) =>
    run('opening', (pixels) => pageOpened(pixels, from, page))
  const turn = (edges: EdgesStep, quarters: 1 | 3) =>
    run('turning', async (pixels) => {
      const around = (quad: Quad) => turnedAlong(quad, quarters)
      const found = edges.picture.quad
      const picture = { ...(await pixels.turn(quarters)), quad: found && around(found) }
      const mm = edges.wholeMm
      const wholeMm = mm && { widthMm: mm.heightMm, heightMm: mm.widthMm }
      return { at: 'edges', picture, quad: around(edges.quad), wholeMm }
    })
  const make = (edges: EdgesStep, size: SheetSize) =>
    run('making', async (pixels) => {
      const made = await pixels.make({ quad: edges.quad, size, limits })
      const checks = scanChecks(new Uint8Array(await made.jpeg.arrayBuffer()), limits)
      return { at: 'result', edges, made, checks }
    })

  // The file that the studio was opened with; whatever still runs when it closes is given up.
  const begin = useRef(choose)
  useEffect(() => {
    if (first) void begin.current(first)
    return () => {
      work.current?.stop()
      work.current = null
      pdf.current?.close()
      pdf.current = null
    }
  }, [first])
  return { step, running, problem, choose, choosePage, turn, make, go: setStep }
}

/** Without edges: all of a flat scan, which has a size or a paper's very shape; else corners to be dragged. */
function begunWith({ width, height }: OpenPicture, size: SheetSize | null): Quad {
  const shape = Math.max(width / height, height / width)
  const isFlat = size !== null || Math.abs(shape / (sheets.A4.long / sheets.A4.short) - 1) < 0.02
  return isFlat ? wholePicture : inset
}

/** A page of a PDF is no photo: it is all sheet, and its size is known. */
async function pageOpened(pixels: StartedPixelWork, pdf: OpenPdf, page: number): Promise<EdgesStep> {
  const { picture: bitmap, size } = await pdf.draw(page)
  const picture = await pixels.open(bitmap)
  return { at: 'edges', picture: { ...picture, quad: wholePicture }, quad: wholePicture, wholeMm: size }
}
