import type { Words } from './words.ts'

/** What was measured on a straightened sheet near its final size. */
export interface MeasuredQuality {
  /**
   * Of the rise from print to paper, the share that lies between two neighbouring pixels, in the middle of all strong
   * edges: about 0.7 when sharp. Null where there is no print to judge by.
   */
  steepness: number | null
  /** Brightness of the paper, 0 to 255. */
  ground: number
  /** Share of the sheet that a lamp or the sun has burnt to white. */
  blown: number
  /** Pixels of the photo for one of the result, along a side. */
  dotsPerPixel: number
}

/** Why a window might refuse the scan (R5.5). */
export const qualityFaults = ['blurred', 'coarse', 'dark', 'glare'] as const
export type QualityFault = (typeof qualityFaults)[number]

/**
 * Picked on drawn pages with strokes of half a millimetre: those blurred so far that their bars are not read any more
 * measure below 0.42, those that are read above.
 */
const leastSteepness = 0.42
const leastDots = 0.95
const leastGround = 110
const mostBlown = 0.012

/** What is wrong with a scan that keeps every rule of the file, worst first; none of it hinders the upload (R5.5). */
export function qualityFaultsOf(measured: MeasuredQuality): QualityFault[] {
  const { steepness, ground, blown, dotsPerPixel } = measured
  const has: Record<QualityFault, boolean> = {
    blurred: steepness !== null && steepness < leastSteepness,
    coarse: dotsPerPixel < leastDots,
    dark: ground < leastGround,
    glare: blown > mostBlown,
  }
  return qualityFaults.filter((fault) => has[fault])
}

/** What the person sees, why it matters, and what helps. */
export const qualityFaultWords: Record<QualityFault, Words> = {
  blurred: {
    zh: '图像模糊，小字可能看不清，窗口可能以“扫描件模糊不清”退回。请擦净镜头、拿稳手机、点一下证书对焦后重拍。',
    en: 'The picture is blurred and small print may be unreadable; a window may refuse it. Wipe the lens, hold still, tap the certificate to focus, and take it again.',
  },
  coarse: {
    zh: '证书在照片里太小，细节不够。请靠近一些，让证书占满画面后重拍。',
    en: 'The certificate is too small in the photo to show its details. Move closer so that it fills the picture, and take it again.',
  },
  dark: {
    zh: '图像偏暗，窗口可能看不清。请到明亮处、避开自己的影子后重拍。',
    en: 'The picture is rather dark and hard to read. Take it again in brighter light, without your own shadow on it.',
  },
  glare: {
    zh: '有反光，反光处的字看不见。请关闭闪光灯、换个角度避开灯光后重拍。',
    en: 'There is glare, and what lies under it cannot be read. Turn the flash off, change the angle, and take it again.',
  },
}

/** Said where nothing was found wrong. */
export const qualityGoodWords: Words = {
  zh: '清晰度、亮度、反光检查：未发现问题',
  en: 'Sharpness, brightness and glare: nothing found wrong',
}
