import { scanDocument } from 'scanic'
import { type Grey, greyOf, withoutPrint, withoutSpecks } from './grey.ts'
import { areaOf, isConvex, type Quad, scaled } from './quad.ts'
import { fitToEdges } from './sheet-edges.ts'

/** Pixels of the longer side on which the sheet is looked for. */
export const searchSide = 800

interface Found {
  quad: Quad
  support: number
}

/**
 * The corners of the sheet in a small picture of it, as shares of its sides; null when no four straight edges are
 * found. The library's detector proposes from the picture as it is and from two without its print, whose frames it
 * would take for the sheet; each proposal is moved onto the edges, and the best supported one counts.
 */
export async function findSheet(picture: ImageData): Promise<Quad | null> {
  const grey = greyOf(picture)
  const bare = withoutSpecks(withoutPrint(grey, 5), 3)
  const tries: [shown: () => Grey, side: number][] = [
    [() => bare, 500],
    [() => withoutPrint(grey, 6), 500],
    [() => grey, 800],
  ]
  let best: Found | null = null
  for (const [shown, side] of tries) {
    const rough = await proposed(shown(), side)
    const found = rough && onEdges(bare, rough)
    if (!found || !isConvex(scaled(found.quad, 1 / grey.width, 1 / grey.height))) continue
    if (!best || worth(found) > worth(best)) best = found
    if (best.support > sure) break
  }
  return best && best.support > least ? scaled(best.quad, 1 / grey.width, 1 / grey.height) : null
}

/** Share of the weakest side that lies on an edge: from which no better is sought, and below which it is a guess. */
const sure = 0.85
const least = 0.35

const worth = ({ quad, support }: Found) => support * Math.sqrt(areaOf(quad))

function onEdges(bare: Grey, rough: Quad): Found {
  const reach = 0.03 * Math.hypot(bare.width, bare.height)
  const once = fitToEdges(bare, rough, reach)
  return fitToEdges(bare, once.quad, reach / 3)
}

async function proposed(grey: Grey, side: number): Promise<Quad | null> {
  const { corners } = await scanDocument(imageOf(grey), { maxProcessingDimension: side })
  return corners && [corners.topLeft, corners.topRight, corners.bottomRight, corners.bottomLeft]
}

function imageOf({ width, height, data }: Grey): ImageData {
  const image = new ImageData(width, height)
  // One write a pixel; the same in either byte order but for alpha.
  const pixels = new Uint32Array(image.data.buffer)
  for (let at = 0; at < data.length; at++) pixels[at] = (data[at] ?? 0) * 0x01_01_01
  for (let at = 3; at < image.data.length; at += 4) image.data[at] = 255
  return image
}
