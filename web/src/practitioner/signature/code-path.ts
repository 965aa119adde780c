import type { Box } from '@zhuji/domain/signature-form.ts'
import QRCode from 'qrcode'

/** The dark modules of a code as the path of an SVG in millimetres: one rectangle for each run of a row. */
export function codePath(text: string, box: Box, level: 'Q' | 'H', version: number): string {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: level, version })
  const step = box.width / modules.size
  const isDark = (row: number, column: number) => Boolean(modules.data[row * modules.size + column])
  const parts: string[] = []
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++) {
      if (!isDark(row, column)) continue
      const from = column
      while (column + 1 < modules.size && isDark(row, column + 1)) column++
      const width = (column - from + 1) * step
      parts.push(`M${box.x + from * step} ${box.y + row * step}h${width}v${step}h${-width}z`)
    }
  return parts.join('')
}
