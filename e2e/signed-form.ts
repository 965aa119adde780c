import { expect, type Page } from '@playwright/test'
import { frame } from '@zhuji/domain/signature-form.ts'
import sharp from 'sharp'
import { withDpi } from '../server/test/signature-forms.ts'

/** What an office scanner is set to. */
export const scannerDpi = 150
const pixelsPerMm = scannerDpi / 25.4

/** A page whose pictures have so many pixels an inch as a scanner's. */
export const scannerView = {
  viewport: { width: 794, height: 1123 },
  deviceScaleFactor: scannerDpi / 96,
} as const

/** The signature form of whoever is signed in, as it lies on the paper. */
export async function printedSheet(scanner: Page): Promise<Buffer> {
  await scanner.goto('/me/signature/form')
  await expect(scanner.locator('.form-sheet')).toBeVisible()
  await scanner.emulateMedia({ media: 'print' })
  return scanner.screenshot()
}

/** A name's stroke within the frame, moved down by so many millimetres. */
export function nameStroke(shift = 0): string {
  const at = (x: number, y: number) => `${(frame.x + x) * pixelsPerMm} ${(frame.y + y + shift) * pixelsPerMm}`
  return `M${at(20, 30)} C${at(30, 5)} ${at(40, 45)} ${at(50, 25)} S${at(70, 10)} ${at(75, 35)} S${at(95, 20)} ${at(102, 12)}`
}

/** The printed sheet with something written on it, as the scanner gives it; askew by `turn` degrees. */
export async function signedSheet(printed: Buffer, stroke: string, turn = 0): Promise<Buffer> {
  const { width, height } = await sharp(printed).metadata()
  const ink = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <path d="${stroke}" fill="none" stroke="#1a2a6c" stroke-width="4" stroke-linecap="round"/></svg>`
  const written = await sharp(printed)
    .composite([{ input: Buffer.from(ink) }])
    .png()
    .toBuffer()
  const jpeg = await sharp(written)
    .rotate(turn, { background: '#fff' })
    .flatten()
    .jpeg({ quality: 80 })
    .toBuffer()
  return withDpi(jpeg, scannerDpi)
}
