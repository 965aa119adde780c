import { randomInt } from 'node:crypto'
import sharp from 'sharp'
import svgCaptcha from 'svg-captcha'

/** No sign that another could be taken for: 0 O Q D, 1 I L, 2 Z, 5 S, 6 G, 8 B, 9, U V. */
export const pictureSigns = 'ACEFHJKMNPRTWXY347'
const signsShown = 4

export interface CaptchaPicture {
  text: string
  /** PNG as data URL. */
  dataUrl: string
}

/** A picture of a few bent signs. Drawn as pixels: the paths of the drawing would tell a program what they are. */
export async function drawPicture(): Promise<CaptchaPicture> {
  const { text, data } = svgCaptcha.create({
    size: signsShown,
    charPreset: pictureSigns,
    width: 150,
    height: 50,
    fontSize: 52,
    noise: randomInt(2, 5),
    color: true,
    background: '#ffffff',
  })
  // The drawing is our own; where uploads are decoded this format stays locked.
  sharp.unblock({ operation: ['VipsForeignLoadSvg'] })
  const png = await sharp(Buffer.from(data), { density: 144, limitInputPixels: 1_000_000 })
    .png({ palette: true })
    .toBuffer()
  return { text, dataUrl: `data:image/png;base64,${png.toString('base64')}` }
}
