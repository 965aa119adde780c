import { type Decision, grant, refuse } from './decision.ts'
import { cutJpeg } from './jpeg-cut.ts'
import { composeExif } from './jpeg-exif.ts'
import { isJfif, readJpeg } from './jpeg-facts.ts'

/**
 * Writes a density into a JPEG without touching its image data (R5.1): into JFIF, or into EXIF where the
 * file is RGB, whose colours JFIF would turn. What a scan need not carry goes, as
 * `cutJpeg` cuts it, so that no second density contradicts. Takes whole dots per inch (1 to 65535) and gives the new
 * file; writing the same density twice gives the same bytes. Refuses `not-a-whole-jpeg`.
 */
export function withDensity(
  bytes: Uint8Array,
  dpi: number,
): Decision<Uint8Array, { code: 'not-a-whole-jpeg' }> {
  const read = readJpeg(bytes)
  if (!read.granted || !read.value.complete) return refuse({ code: 'not-a-whole-jpeg' })
  const cut = cutJpeg(bytes).bytes
  const after = readJpeg(cut)
  if (!after.granted) return refuse({ code: 'not-a-whole-jpeg' })

  const jfif = after.value.segments.find((segment) => isJfif(cut, segment))
  if (jfif) {
    const view = new DataView(cut.buffer, cut.byteOffset)
    view.setUint8(jfif.payload + 7, 1)
    view.setUint16(jfif.payload + 8, dpi)
    view.setUint16(jfif.payload + 10, dpi)
    return grant(cut)
  }
  const exif = composeExif(read.value.orientation, { xDpi: dpi, yDpi: dpi, unit: 'inch' })
  const earlier = after.value.segments.find(({ marker }) => marker === 0xe1)
  const image = cut.subarray(earlier?.end ?? 2)
  const whole = new Uint8Array(2 + exif.length + image.length)
  whole.set([0xff, 0xd8])
  whole.set(exif, 2)
  whole.set(image, 2 + exif.length)
  // Says it as JFIF where that turns no colours.
  return grant(cutJpeg(whole).bytes)
}
