import type { PhotoPlan } from './studio-photos.ts'

/** What a page lies on: colour, grain, and stripes or joints. */
export const grounds = {
  desk: { base: [92, 66, 48], grain: 16, stripes: 10, period: 46 },
  dark: { base: [38, 40, 46], grain: 7, stripes: 0, period: 1 },
  cloth: { base: [96, 112, 138], grain: 22, stripes: 12, period: 9 },
  stone: { base: [148, 146, 140], grain: 20, stripes: 0, period: 1 },
  tiles: { base: [120, 132, 126], grain: 8, stripes: 26, period: 420 },
  pale: { base: [186, 180, 168], grain: 6, stripes: 5, period: 60 },
} as const

export const clamped = (value: number) => (value < 0 ? 0 : value > 255 ? 255 : value)

/** A tile of 512 by 512 pixels: grain in two sizes, and stripes or joints. */
export function groundTile(plan: PhotoPlan): Uint8Array {
  const { base, grain, stripes, period } = grounds[plan.ground]
  const next = randomFrom(plan.seed * 97)
  const coarse = Array.from({ length: 64 * 64 }, () => next() - 0.5)
  const tile = new Uint8Array(512 * 512 * 3)
  const joint = (x: number, y: number) => (x < 6 || y < 6 ? -stripes : 0)
  const stripe = (x: number, y: number) => Math.sin(((x + y * 0.2) / period) * 2 * Math.PI) * stripes
  const waveAt = period > 200 ? joint : stripe
  for (let y = 0; y < 512; y++)
    for (let x = 0; x < 512; x++) {
      const speck = (next() - 0.5) * grain + (coarse[(y >> 3) * 64 + (x >> 3)] ?? 0) * grain
      const wave = waveAt(x, y)
      for (let channel = 0; channel < 3; channel++)
        tile[(y * 512 + x) * 3 + channel] = clamped((base[channel] ?? 0) + speck + wave)
    }
  return tile
}

/** Light that falls off to one side, and where asked a soft shadow over a part of the page. */
export function lightOf({ width, height, shadow, seed }: PhotoPlan) {
  const next = randomFrom(seed * 13)
  const [tiltX, tiltY] = [(next() - 0.5) * 0.3, (next() - 0.5) * 0.3]
  const [centreX, centreY, reach] = [
    width * (0.2 + 0.6 * next()),
    height * next(),
    width * (0.25 + 0.2 * next()),
  ]
  return (x: number, y: number) => {
    const even = 0.93 + tiltX * (x / width - 0.5) + tiltY * (y / height - 0.5)
    if (!shadow) return even
    const far = ((x - centreX) ** 2 + (y - centreY) ** 2) / (reach * reach)
    return even * (1 - 0.42 / (1 + far * far))
  }
}

export function noiseOf({ noise, seed }: PhotoPlan): Float32Array {
  const next = randomFrom(seed * 7)
  return Float32Array.from({ length: 65_536 }, () => (next() + next() + next() + next() - 2) * 1.73 * noise)
}

export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
