import { type Decision, grant, refuse } from './decision.ts'
import { clearBand, cornersOf, frame, frameMarks, grown, type Point } from './signature-form.ts'
import { mappingByFrame } from './signature-frame-line.ts'
import { type Blot, blotsOf, type Ink, inkOf, opacity } from './signature-ink.ts'
import { type Mapping, mappingOf, type Pair, worstMiss } from './signature-plane.ts'
import { type GreyPicture, holds, straightened } from './signature-raster.ts'

/** A code found in the picture: its text, and its corners clockwise from its own top left. */
export interface FoundCode {
  text: string
  corners: readonly [Point, Point, Point, Point]
}

export type CutFault =
  | { code: 'signature-marks-missing'; found: number; needed: number }
  | { code: 'signature-cut-off' }
  | { code: 'signature-too-dark' }
  | { code: 'signature-empty' }
  | { code: 'signature-too-faint' }
  | { code: 'signature-over-frame' }

/** The signature on transparent ground: how opaque each pixel of its ink is. */
export interface CutOut {
  width: number
  height: number
  alpha: Uint8Array
}

const perMm = 8
const marksNeeded = 3
/** Millimetres: the codes' corners may lie so far from one flat sheet. */
const worstBend = 2.5
/** A paper darker than this, of 255, hides what is written on it. */
const darkestPaper = 100
/** Inside the printed line a little is left out, where its own edge may still be seen. */
const besideLine = 0.7
/** Square millimetres of ink that make a signature, and its least length in millimetres. */
const leastInk = 4
const leastLength = 8
/** Smaller than this, in square millimetres, is dust. */
const dust = 0.12
const areaOf = (pixels: number) => pixels / (perMm * perMm)

/**
 * Finds the frame by the marks around it, straightens it, and cuts the signature out of it (R10.2, G64). Takes the
 * scan in grey and the codes read from it; refuses marks that are not there, a frame that is not whole in the
 * picture or too dark, and a signature that is missing, too faint, or not within the frame.
 */
export function cutSignature(picture: GreyPicture, codes: readonly FoundCode[]): Decision<CutOut, CutFault> {
  const mapping = mappingByMarks(codes)
  if (!mapping.granted) return mapping
  const around = grown(frame, clearBand)
  if (!holds(picture, mapping.value, around)) return refuse({ code: 'signature-cut-off' })
  const exact = mappingByFrame(picture, mapping.value)
  if (!exact || !holds(picture, exact, around)) return refuse({ code: 'signature-cut-off' })
  return cutInk(inkOf(straightened(picture, exact, around, perMm)))
}

function mappingByMarks(codes: readonly FoundCode[]): Decision<Mapping, CutFault> {
  const pairs: Pair[] = frameMarks.flatMap((mark) => {
    const found = codes.find(({ text }) => text === mark.text)
    if (!found) return []
    return cornersOf(mark).map((sheet, at) => ({ sheet, picture: found.corners[at] as Point }))
  })
  const found = pairs.length / 4
  const missing = refuse({ code: 'signature-marks-missing', found, needed: marksNeeded } as const)
  if (found < marksNeeded) return missing
  const mapping = mappingOf(pairs)
  return mapping && worstMiss(mapping, pairs) <= worstBend ? grant(mapping) : missing
}

function cutInk(ink: Ink): Decision<CutOut, CutFault> {
  if (ink.paper < darkestPaper) return refuse({ code: 'signature-too-dark' })
  if (isOutside(ink)) return refuse({ code: 'signature-over-frame' })
  const inset = Math.round((clearBand + frame.line + besideLine) * perMm)
  const inside = { left: inset, top: inset, right: ink.width - inset, bottom: ink.height - inset }
  const blots = blotsOf(ink, inside).filter(({ pixels }) => areaOf(pixels.length) >= dust)
  const written = blots.filter(({ strong }) => areaOf(strong) >= dust)
  if (!isSignature(written, ({ strong }) => strong))
    return refuse({
      code: isSignature(blots, ({ pixels }) => pixels.length) ? 'signature-too-faint' : 'signature-empty',
    })
  const touches = written.some(
    ({ left, top, right, bottom }) =>
      left === inside.left ||
      top === inside.top ||
      right === inside.right - 1 ||
      bottom === inside.bottom - 1,
  )
  return touches ? refuse({ code: 'signature-over-frame' }) : grant(cutOut(ink, written))
}

/** Is something written in the white band around the frame? */
function isOutside(ink: Ink): boolean {
  const depth = Math.round((clearBand - besideLine) * perMm)
  const { width, height } = ink
  const bands = [
    { left: 0, top: 0, right: width, bottom: depth },
    { left: 0, top: height - depth, right: width, bottom: height },
    { left: 0, top: 0, right: depth, bottom: height },
    { left: width - depth, top: 0, right: width, bottom: height },
  ]
  return bands.some((band) => blotsOf(ink, band).some(({ strong }) => areaOf(strong) >= 3 * dust))
}

function isSignature(blots: readonly Blot[], pixelsOf: (blot: Blot) => number): boolean {
  const pixels = blots.reduce((sum, blot) => sum + pixelsOf(blot), 0)
  if (areaOf(pixels) < leastInk) return false
  const { left, top, right, bottom } = boundsOf(blots)
  return Math.max(right - left, bottom - top) / perMm >= leastLength
}

const boundsOf = (blots: readonly Blot[]) => ({
  left: Math.min(...blots.map(({ left }) => left)),
  top: Math.min(...blots.map(({ top }) => top)),
  right: Math.max(...blots.map(({ right }) => right)),
  bottom: Math.max(...blots.map(({ bottom }) => bottom)),
})

/** Trimmed to what is written, with a little room around it; dust and paper are left behind. */
function cutOut(ink: Ink, written: readonly Blot[]): CutOut {
  const room = perMm
  const { left, top, right, bottom } = boundsOf(written)
  const width = right - left + 1 + 2 * room
  const height = bottom - top + 1 + 2 * room
  const alpha = new Uint8Array(width * height)
  for (const { pixels } of written)
    for (const at of pixels) {
      const [x, y] = [at % ink.width, Math.floor(at / ink.width)]
      alpha[(y - top + room) * width + (x - left + room)] = opacity(ink.darkness[at] ?? 0)
    }
  return { width, height, alpha }
}
