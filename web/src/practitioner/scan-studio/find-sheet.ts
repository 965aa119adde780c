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
  const found: Found[] = []
  for (const [shown, side] of [
    [bare, 500],
    [withoutPrint(grey, 6), 500],
    [grey, 800],
  ] as const) {
    const rough = await proposed(shown, side)
    if (!rough) continue
    const fitted = fitted2(bare, rough)
    if (isConvex(scaled(fitted.quad, 1 / grey.width, 1 / grey.height))) found.push(fitted)
  }
  const best = found.sort((a, b) => worth(b) - worth(a))[0]
  return best && best.support > 0.3 ? scaled(best.quad, 1 / grey.width, 1 / grey.height) : null
}

const worth = ({ quad, support }: Found) => support * Math.sqrt(areaOf(quad))

function fitted2(bare: Grey, rough: Quad): Found {
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
  for (let at = 0; at < data.length; at++) image.data.fill(data[at] ?? 0, 4 * at, 4 * at + 3)
  for (let at = 3; at < image.data.length; at += 4) image.data[at] = 255
  return image
}
