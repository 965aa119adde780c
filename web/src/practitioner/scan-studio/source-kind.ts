/** What a chosen file is by its first bytes: names lie. */
export type SourceKind = 'jpeg' | 'png' | 'webp' | 'heic' | 'pdf' | 'other'

const text = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))

const heicBrands = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'])

export function sourceKind(bytes: Uint8Array): SourceKind {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (text(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP') return 'webp'
  if (text(bytes, 4, 8) === 'ftyp' && heicBrands.has(text(bytes, 8, 12))) return 'heic'
  // Some programs put a few bytes before the head.
  if (text(bytes, 0, 1024).includes('%PDF-')) return 'pdf'
  return 'other'
}
