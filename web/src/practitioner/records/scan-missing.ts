import type { RecordView } from '@zhuji/contract/records.ts'
import { askedPages } from '@zhuji/domain/asked-pages.ts'
import { missingPages } from '@zhuji/domain/original-verification.ts'
import type { PageShows } from '@zhuji/domain/scan-pages.ts'
import type { Words } from '@zhuji/domain/words.ts'

type Scanned = Pick<RecordView, 'kind' | 'payload' | 'scans'>

/**
 * What a page added next may show, the likeliest first: the written proof of a lost diploma in place of the
 * certificate (R4.7), the review form besides it (R4.3).
 */
export function pageChoices({ kind, payload, scans }: Scanned): readonly PageShows[] {
  const asked = askedPages({ kind, payload })
  if (asked.includes('proof')) return ['proof']
  const hasCertificate = scans.some(({ shows }) => shows === 'certificate')
  const [first] = missingPages({ kind, payload, pages: scans.map(({ shows }) => shows) })
  const likely =
    hasCertificate && first ? [first, 'certificate' as const] : ['certificate' as const, ...asked]
  return [...new Set([...likely, ...asked])]
}

const missingWords: Record<PageShows, Words> = {
  certificate: { zh: '还没有证书扫描件，请上传。', en: 'The scan of the certificate is still missing.' },
  proof: {
    zh: '还没有书面证明的扫描件：证书遗失的，请上传学历证明单位出具的书面证明。',
    en: 'The scan of the written proof is still missing: upload the one that the certifying unit issued.',
  },
  'review-form': {
    zh: '还缺职称评审表的扫描件：专业载于评审表的，请将评审表扫描在职称证书之后。',
    en: 'The review form is still missing: it states the specialty, scan it after the certificate.',
  },
}

/** What the scan still lacks before a window can check it (R4.3, R4.7, R5.1). */
export const scanLacks = ({ kind, payload, scans }: Scanned): readonly Words[] =>
  missingPages({ kind, payload, pages: scans.map(({ shows }) => shows) }).map((shows) => missingWords[shows])
