import { certificateScan, type JpegFault, type ScanCheck, type ScanLimits } from '@zhuji/domain/scan-rules.ts'
import { sheets } from '@zhuji/domain/scan-sheets.ts'
import type { Words } from '@zhuji/domain/words.ts'

const kilobytes = (bytes: number) => `${Math.ceil(bytes / 1024)} KB`
const round = (value: number) => Math.round(value)

const faults: Record<JpegFault, Words> = {
  'not-jpeg': {
    zh: '不是 JPG、JPEG 文件。请用扫描或看图软件另存为 JPG。',
    en: 'Not a JPG or JPEG file. Save it as JPG with your scanning or picture program.',
  },
  'jpeg-broken': {
    zh: 'JPG 文件已损坏，无法打开。请重新扫描或重新保存。',
    en: 'The JPG file is damaged. Scan or save it again.',
  },
  'cut-off': {
    zh: 'JPG 文件不完整，可能没有传完。请重新复制或重新扫描。',
    en: 'The JPG file ends too early. Copy or scan it again.',
  },
  'unusual-coding': {
    zh: '这种 JPG 编码浏览器无法显示。请另存为普通 JPG。',
    en: 'Browsers cannot show this kind of JPG. Save it as an ordinary JPG.',
  },
}

type CheckOf<R extends ScanCheck['rule']> = Extract<ScanCheck, { rule: R }>

function sizeWords({ outcome, facts: { bytes, maxBytes } }: CheckOf<'size'>, { dpi }: ScanLimits): Words {
  const found = { zh: `文件大小 ${kilobytes(bytes)}`, en: `File size ${kilobytes(bytes)}` }
  if (outcome !== 'failed') return found
  return {
    zh: `${found.zh}，超过 ${kilobytes(maxBytes)}。请降低 JPG 质量或扫描分辨率（不低于${dpi.min}dpi）后重试。`,
    en: `${found.en}, more than ${kilobytes(maxBytes)}. Lower the JPG quality or the resolution (not below ${dpi.min} dpi).`,
  }
}

function statedWords({ outcome, facts: { source } }: CheckOf<'density-stated'>, { dpi }: ScanLimits): Words {
  if (outcome !== 'failed') return { zh: '文件注明了分辨率', en: 'The file states its resolution' }
  if (source === 'conflict')
    return {
      zh: '文件中两处分辨率互相矛盾。请用扫描软件重新保存。',
      en: 'The file states two different resolutions. Save it again with the scanning program.',
    }
  return {
    zh: `文件没有注明分辨率（dpi）。请用扫描仪按${dpi.min}dpi~${dpi.max}dpi扫描；手机照片没有真实尺寸，不能直接使用。`,
    en: `The file states no resolution (dpi). Scan at ${dpi.min}–${dpi.max} dpi; a phone’s photo has no true size.`,
  }
}

function rangeWords({ outcome, facts: { xDpi, yDpi, min, max } }: CheckOf<'density-range'>): Words {
  const found = xDpi === yDpi ? `${round(xDpi)} dpi` : `${round(xDpi)} × ${round(yDpi)} dpi`
  if (outcome !== 'failed') return { zh: `分辨率 ${found}`, en: `Resolution ${found}` }
  return {
    zh: `分辨率 ${found}，不在 ${min}dpi~${max}dpi 之间。请在扫描设置中选择 ${max} dpi。`,
    en: `Resolution ${found}, not within ${min}–${max} dpi. Set your scanner to ${max} dpi.`,
  }
}

function equalWords({ outcome }: CheckOf<'density-equal'>): Words {
  if (outcome !== 'failed') return { zh: '横向与纵向分辨率相同', en: 'The same resolution both ways' }
  return {
    zh: '横向与纵向分辨率不同，图像会变形。请用相同的分辨率重新扫描。',
    en: 'Resolution differs across and down, so the picture is distorted. Scan again with one resolution.',
  }
}

function physicalWords({ outcome, facts }: CheckOf<'physical-size'>): Words {
  const size = `≈ ${round(facts.widthMm)} × ${round(facts.heightMm)} mm`
  if (outcome !== 'failed') return { zh: `实际尺寸 ${size}（比例1:1）`, en: `True size ${size} (scale 1:1)` }
  return {
    zh: `按分辨率推算的尺寸 ${size}，不是证书的实际大小（每边应为 ${facts.minMm}~${facts.maxMm} mm）。请按1:1扫描。`,
    en: `By its resolution it would be ${size}, no certificate’s size (${facts.minMm}–${facts.maxMm} mm a side). Scan at 1:1.`,
  }
}

function paperWords({ facts: { paper } }: CheckOf<'paper'>): Words {
  if (paper)
    return { zh: `接近${sheets[paper].words.zh}`, en: `About the size of: ${sheets[paper].words.en}` }
  return {
    zh: '尺寸不是常用纸张。若证书本来就是这个大小，可以照常上传。',
    en: 'Not a usual paper size. If the certificate is of this size, go on.',
  }
}

function uprightWords({ outcome }: CheckOf<'upright'>): Words {
  if (outcome !== 'warning') return { zh: '图像正立', en: 'Stored upright' }
  return {
    zh: '图像是横着保存的：本系统会转正显示，其他软件可能不会。若要稳妥，请转正后另存再上传。',
    en: 'Stored turned: this site shows it upright, other programs may not. To be safe, turn it, save it and upload again.',
  }
}

function jpegWords({ facts: { fault } }: CheckOf<'jpeg'>): Words {
  return fault ? faults[fault] : { zh: 'JPG 文件完整', en: 'A whole JPG file' }
}

const says: { [R in ScanCheck['rule']]: (check: CheckOf<R>, limits: ScanLimits) => Words } = {
  size: sizeWords,
  jpeg: jpegWords,
  upright: uprightWords,
  'density-stated': statedWords,
  'density-range': rangeWords,
  'density-equal': equalWords,
  'physical-size': physicalWords,
  paper: paperWords,
}

/** What a rule asks of a kind of scan, what was found, and where it failed how to mend it (R5.3). */
export const scanCheckWords = (check: ScanCheck, limits: ScanLimits = certificateScan): Words =>
  (says[check.rule] as (check: ScanCheck, limits: ScanLimits) => Words)(check, limits)

/** Metadata that was cut from the file, told to the person (R5.6). */
export const removedWords = {
  location: { zh: '拍摄地点', en: 'location' },
  thumbnail: { zh: '缩略图', en: 'thumbnail' },
  comment: { zh: '注释', en: 'comment' },
  'trailing-bytes': { zh: '文件末尾的多余内容', en: 'bytes after the end' },
  'other-metadata': { zh: '其他附加信息', en: 'other metadata' },
} as const satisfies Record<string, Words>
