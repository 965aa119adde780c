/** One byte a pixel, row by row. */
export interface Grey {
  width: number
  height: number
  data: Uint8Array
}

/** Brightness of RGBA pixels, by the weights of Rec. 709. */
export function greyOf({
  width,
  height,
  data,
}: {
  width: number
  height: number
  data: ArrayLike<number>
}): Grey {
  const grey = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < grey.length; at++, from += 4)
    grey[at] = ((data[from] ?? 0) * 54 + (data[from + 1] ?? 0) * 183 + (data[from + 2] ?? 0) * 19) >> 8
  return { width, height, data: grey }
}

/** Print on a sheet and thin dark lines vanish; its outer edges stay where they are. */
export const withoutPrint = (grey: Grey, radius: number): Grey =>
  inverted(withoutSpecks(inverted(grey), radius))

/** Bright specks of the ground vanish: each pixel takes the darkest near it, and then the brightest of those. */
export const withoutSpecks = (grey: Grey, radius: number): Grey =>
  inverted(darkest(inverted(darkest(grey, radius)), radius))

const inverted = ({ width, height, data }: Grey): Grey => ({
  width,
  height,
  data: data.map((value) => 255 - value),
})

/** The darkest of the square around each pixel: first of its row, then of its column. */
function darkest({ width, height, data }: Grey, radius: number): Grey {
  const across = new Uint8Array(data.length)
  const both = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) alongLine(data, across, y * width, 1, width, radius)
  for (let x = 0; x < width; x++) alongLine(across, both, x, width, height, radius)
  return { width, height, data: both }
}

function alongLine(
  from: Uint8Array,
  to: Uint8Array,
  start: number,
  step: number,
  count: number,
  radius: number,
) {
  for (let at = 0; at < count; at++) {
    const last = start + Math.min(count - 1, at + radius) * step
    let found = 255
    for (let near = start + Math.max(0, at - radius) * step; near <= last; near += step) {
      const value = from[near] as number
      if (value < found) found = value
    }
    to[start + at * step] = found
  }
}
