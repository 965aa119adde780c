import { readJpeg } from '@zhuji/domain/jpeg-facts.ts'
import { certificateScan, physicalSize } from '@zhuji/domain/scan-rules.ts'
import type { SheetSize } from '@zhuji/domain/scan-sheets.ts'
import type { Words } from '@zhuji/domain/words.ts'
import { type OpenPdf, openPdf, PdfProblem } from './open-pdf.ts'
import { PixelProblem } from './pixel-order.ts'
import { type SourceKind, sourceKind } from './source-kind.ts'

/** Bytes beyond which a phone would rather give up than open it. */
const mostBytes = 80 * 1024 * 1024

export type ReadSource = { is: 'picture'; source: Blob; size: SheetSize | null } | { is: 'pdf'; pdf: OpenPdf }

/** A file that cannot be used, with what the person can do instead. */
export class SourceProblem extends Error {
  readonly words: Words
  constructor(words: Words) {
    super(words.en)
    this.words = words
  }
}

/** Looks at a chosen file's bytes: a picture, with its true size where a scanner stated it, or a PDF. Throws SourceProblem. */
export async function readSource(file: Blob): Promise<ReadSource> {
  if (file.size > mostBytes) throw new SourceProblem(sourceWords.large)
  const kind = sourceKind(new Uint8Array(await file.slice(0, 2048).arrayBuffer()))
  if (kind === 'pdf') return { is: 'pdf', pdf: await openPdf(file).catch(refusePdf) }
  if (kind === 'other') throw new SourceProblem(sourceWords.other)
  const source = kind === 'heic' ? await decodedByPage(file) : file
  return { is: 'picture', source, size: kind === 'jpeg' ? await statedSize(file) : null }
}

function refusePdf(error: unknown): never {
  throw error instanceof PdfProblem ? new SourceProblem(sourceWords[error.code]) : error
}

/** Some browsers show HEIC in a page but decode it nowhere else. */
async function decodedByPage(file: Blob): Promise<Blob> {
  const url = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth
    canvas.height = image.naturalHeight
    canvas.getContext('2d')?.drawImage(image, 0, 0)
    return await new Promise<Blob>((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', 0.95),
    )
  } catch {
    throw new SourceProblem(sourceWords.heic) // Whatever it was, the way out is the same.
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** A scanner's JPEG says how large the paper was; a camera's 72 dpi would make it metres wide and says nothing. */
async function statedSize(file: Blob): Promise<SheetSize | null> {
  const read = readJpeg(new Uint8Array(await file.arrayBuffer()))
  if (!read.granted) return null
  const { width, height, density, orientation } = read.value
  if (density.source === 'none' || density.source === 'conflict') return null
  const [across, down] = [physicalSize(width, density.xDpi), physicalSize(height, density.yDpi)]
  const { min, max } = certificateScan.side
  if ([across, down].some((mm) => mm < min || mm > max)) return null
  return orientation >= 5 ? { widthMm: down, heightMm: across } : { widthMm: across, heightMm: down }
}

/** What a failure of reading or of pixel work tells the person. */
export function problemWords(error: unknown): Words {
  if (error instanceof SourceProblem) return error.words
  if (error instanceof PixelProblem)
    return error.code === 'cannot-decode' ? sourceWords.broken : sourceWords.tight
  return sourceWords.failed
}

type Said = 'large' | 'locked' | 'broken' | 'tight' | 'failed' | Extract<SourceKind, 'heic' | 'other'>

const sourceWords: Record<Said, Words> = {
  large: {
    zh: '文件超过 80 MB，手机难以打开。请选择小一些的照片，或直接拍照。',
    en: 'The file is larger than 80 MB. Choose a smaller photo, or take one now.',
  },
  heic: {
    zh: '这个浏览器打不开 HEIC 照片。请点“拍照”直接拍摄；或在 iPhone“设置 → 相机 → 格式”中选“兼容性最佳”后重拍；或先把照片另存为 JPG。',
    en: 'This browser cannot open HEIC photos. Take the photo here instead; or set the iPhone’s Settings → Camera → Formats to “Most Compatible” and take it again; or save the photo as JPG first.',
  },
  other: {
    zh: '不认识这种文件。请选择照片或图片（JPG、PNG、WebP、HEIC），或 PDF。',
    en: 'This kind of file is not known. Choose a photo or picture (JPG, PNG, WebP, HEIC), or a PDF.',
  },
  locked: {
    zh: '这个 PDF 设有打开密码。请用 PDF 软件去掉密码另存后再选，或截图、拍照。',
    en: 'This PDF asks for a password. Save it without one and choose it again, or take a photo.',
  },
  broken: {
    zh: '文件已损坏或不完整，打不开。请重新复制、重新扫描，或直接拍照。',
    en: 'The file is damaged or incomplete and cannot be opened. Copy or scan it again, or take a photo.',
  },
  tight: {
    zh: '这张图片压缩到最大允许的大小后就看不清了。请检查纸张大小是否选对，或重新拍照。',
    en: 'The picture cannot be read any more at the size allowed. Check the paper size, or take the photo again.',
  },
  failed: {
    zh: '处理图片时出错，可能是手机内存不足。请关闭其他应用后重试，或换一张小一些的照片。',
    en: 'The picture could not be processed; the device may be short of memory. Close other apps and try again, or choose a smaller photo.',
  },
}
