import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { cutSignature, type FoundCode } from '@zhuji/domain/signature-cut.ts'
import { frameMarks } from '@zhuji/domain/signature-form.ts'
import type { GreyPicture } from '@zhuji/domain/signature-raster.ts'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import type { FormReading } from './read-form.ts'

// From the disk: left to itself the library fetches its code from another site.
const code = readFileSync(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')))
prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(code).buffer } })

/** The form's five codes, and a few more than should be there. */
const mostCodes = 8

/** What a plain look does not find, one that first closes specks and gaps may. */
const looks = [{}, { tryDenoise: true }] as const

async function codesOn({ width, height, data }: GreyPicture): Promise<FoundCode[]> {
  const colours = new Uint8ClampedArray(width * height * 4)
  for (let at = 0; at < data.length; at++) colours.fill(data[at] ?? 255, at * 4, at * 4 + 3)
  const picture = { width, height, data: colours, colorSpace: 'srgb' } as Parameters<typeof readBarcodes>[0]
  let codes: FoundCode[] = []
  for (const look of looks) {
    codes = together(codes, await codesIn(picture, look))
    if (codes.length > frameMarks.length) break
  }
  return codes
}

async function codesIn(
  picture: Parameters<typeof readBarcodes>[0],
  look: (typeof looks)[number],
): Promise<FoundCode[]> {
  const found = await readBarcodes(picture, {
    formats: ['QRCode'],
    tryHarder: true,
    tryInvert: false,
    maxNumberOfSymbols: mostCodes,
    ...look,
  })
  return found.map(({ text, position: { topLeft, topRight, bottomRight, bottomLeft } }) => ({
    text,
    corners: [topLeft, topRight, bottomRight, bottomLeft],
  }))
}

/** One code found by two looks is one. */
const together = (codes: readonly FoundCode[], more: readonly FoundCode[]): FoundCode[] => [
  ...codes,
  ...more.filter(({ text }) => codes.every((one) => one.text !== text)),
]

const picture = workerData as GreyPicture
const codes = await codesOn(picture)
const reading: FormReading = { texts: codes.map(({ text }) => text), cut: cutSignature(picture, codes) }
parentPort?.postMessage(reading)
