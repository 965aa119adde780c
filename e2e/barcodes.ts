import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { prepareZXingModule, readBarcodes, writeBarcode } from 'zxing-wasm/full'

// The package would fetch its program from the internet.
const program = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/full/zxing_full.wasm')))
prepareZXingModule({ overrides: { wasmBinary: program.buffer as ArrayBuffer } })

/** The bars of a Code 128 from left to right: true where dark. */
export async function barsOf(words: string): Promise<boolean[]> {
  const { symbol } = await writeBarcode(words, { format: 'Code128' })
  return Array.from(symbol.data.subarray(0, symbol.width), (value) => value < 128)
}

/** What the codes in a JPEG or PNG say, by kind. */
export async function codesIn(picture: Uint8Array): Promise<{ qr: string[]; bars: string[] }> {
  const found = await readBarcodes(picture, { formats: ['QRCode', 'Code128'], tryHarder: true })
  const of = (format: string) => found.filter((code) => code.format === format).map(({ text }) => text)
  return { qr: of('QRCode'), bars: of('Code128') }
}
