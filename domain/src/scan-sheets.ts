import { type Decision, grant, refuse } from './decision.ts'
import type { Words } from './words.ts'

/** Papers that certificates come on; `own` is measured by the person. */
export const sheetNames = ['A4', 'A3', 'A5', 'card', 'booklet', 'booklet-open', 'own'] as const
export type SheetName = (typeof sheetNames)[number]

interface Sheet {
  /** Short and long side in mm. */
  short: number
  long: number
  words: Words
}

/** A paper whose size is known. */
export type PaperName = Exclude<SheetName, 'own'>

export const sheets: Record<PaperName, Sheet> = {
  A4: { short: 210, long: 297, words: { zh: 'A4 单页', en: 'A4 page' } },
  A3: { short: 297, long: 420, words: { zh: 'A3（A4 证书展开）', en: 'A3 (A4 certificate, open)' } },
  A5: { short: 148, long: 210, words: { zh: 'A5 单页', en: 'A5 page' } },
  card: { short: 54, long: 85.6, words: { zh: '卡片', en: 'Card' } },
  booklet: { short: 88, long: 125, words: { zh: '小证书单页', en: 'Small booklet, one page' } },
  'booklet-open': { short: 125, long: 176, words: { zh: '小证书展开', en: 'Small booklet, open' } },
}

/** Width and height in mm. */
export interface SheetSize {
  widthMm: number
  heightMm: number
}

/** The size of a paper the way up that a picture of it has; `aspect` is its width over its height. */
export function sheetSize(name: PaperName, aspect: number): SheetSize {
  const { short, long } = sheets[name]
  return aspect > 1 ? { widthMm: long, heightMm: short } : { widthMm: short, heightMm: long }
}

/** Shares by which a measured shape may differ from a paper's. */
const likeness = 0.06

/**
 * The paper that a shape most likely is, by its sides alone: A4 stands for all papers of its shape, since a photo
 * tells no size; card; or `own` for what has another shape.
 */
export function likelySheet(aspect: number): SheetName {
  const shape = Math.max(aspect, 1 / aspect)
  const off = (name: 'A4' | 'card') => Math.abs(shape / (sheets[name].long / sheets[name].short) - 1)
  const nearest = off('card') < off('A4') ? 'card' : 'A4'
  return off(nearest) <= likeness ? nearest : 'own'
}

/** Millimetres that a side may differ from a paper's. */
const nearness = 8

/** The paper whose sides a known size has, either way up, within 8 mm a side; else `own`. */
export function sheetOfSize({ widthMm, heightMm }: SheetSize): SheetName {
  const [short, long] = [Math.min(widthMm, heightMm), Math.max(widthMm, heightMm)]
  const off = (name: SheetName) =>
    name === 'own'
      ? nearness
      : Math.max(Math.abs(sheets[name].short - short), Math.abs(sheets[name].long - long))
  return sheetNames.reduce((nearest, name) => (off(name) < off(nearest) ? name : nearest), 'own')
}

/**
 * A size that the person measured. Refuses `side-out-of-range` with the limits of a scan (R5.3), and
 * `shape-differs` with the shape that was seen where the sides are far from it: true to scale it would be distorted.
 */
export function ownSize(
  size: SheetSize,
  aspect: number,
  { side }: { side: { min: number; max: number } },
): Decision<
  SheetSize,
  { code: 'side-out-of-range'; min: number; max: number } | { code: 'shape-differs'; aspect: number }
> {
  const { widthMm, heightMm } = size
  const isWithin = (mm: number) => mm >= side.min && mm <= side.max
  if (!isWithin(widthMm) || !isWithin(heightMm)) return refuse({ code: 'side-out-of-range', ...side })
  const off = Math.abs(Math.log(widthMm / heightMm / aspect))
  return off > Math.log(1.25) ? refuse({ code: 'shape-differs', aspect }) : grant(size)
}
