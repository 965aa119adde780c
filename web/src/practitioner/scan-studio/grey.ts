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
  spread(spread(grey, radius, Math.max), radius, Math.min)

/** Bright specks of the ground vanish. */
export const withoutSpecks = (grey: Grey, radius: number): Grey =>
  spread(spread(grey, radius, Math.min), radius, Math.max)

type Pick = (a: number, b: number) => number

function spread(grey: Grey, radius: number, pick: Pick): Grey {
  const { width, height } = grey
  const across = new Uint8Array(grey.data.length)
  const both = new Uint8Array(grey.data.length)
  for (let y = 0; y < height; y++) alongLine(grey.data, across, y * width, 1, width, radius, pick)
  for (let x = 0; x < width; x++) alongLine(across, both, x, width, height, radius, pick)
  return { width, height, data: both }
}

function alongLine(
  from: Uint8Array,
  to: Uint8Array,
  start: number,
  step: number,
  count: number,
  radius: number,
  pick: Pick,
) {
  for (let at = 0; at < count; at++) {
    const last = Math.min(count - 1, at + radius)
    let found = from[start + at * step] ?? 0
    for (let near = Math.max(0, at - radius); near <= last; near++)
      found = pick(found, from[start + near * step] ?? 0)
    to[start + at * step] = found
  }
}
