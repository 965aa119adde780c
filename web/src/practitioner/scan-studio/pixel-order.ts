import type { QualityFault } from '@zhuji/domain/scan-quality.ts'
import type { ScanLimits } from '@zhuji/domain/scan-rules.ts'
import type { SheetSize } from '@zhuji/domain/scan-sheets.ts'
import type { Quad } from './quad.ts'

/** A picture ready to be straightened. */
export interface OpenPicture {
  /** Pixels of the picture as it is worked on, upright. */
  width: number
  height: number
  /** Where the sheet was found; null when its edges could not be told. */
  quad: Quad | null
  /** Small, for the screen. */
  preview: Blob
}

export interface ScanOrder {
  quad: Quad
  size: SheetSize
  limits: ScanLimits
}

export interface MadeScan {
  jpeg: Blob
  dpi: number
  faults: QualityFault[]
}

/** What the pixel work cannot do. */
export class PixelProblem extends Error {
  readonly code: 'cannot-decode' | 'does-not-fit'
  constructor(code: PixelProblem['code']) {
    super(code)
    this.code = code
  }
}

/** One picture at a time: opened, turned where need be, and made into scans. */
export interface PixelWork {
  open(source: Blob | ImageBitmap): Promise<OpenPicture>
  /** Looks for no sheet anew. */
  turn(quarters: 1 | 3): Promise<OpenPicture>
  make(order: ScanOrder): Promise<MadeScan>
}

/** As they travel between page and worker. */
export type PixelRequest = {
  [Act in keyof PixelWork]: { id: number; act: Act; args: Parameters<PixelWork[Act]> }
}[keyof PixelWork]
export type PixelAnswer =
  | { id: number; value: OpenPicture | MadeScan }
  | { id: number; problem: PixelProblem['code'] | null; message: string }
