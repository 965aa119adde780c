import type { Words } from '@zhuji/domain/words.ts'
import { useWords } from '../app/language.tsx'
import { LevelBadge } from '../ui/level-badge.tsx'
import { certificateTitle } from './certificate-title.ts'
import type { WorkRecord } from './verification-queries.ts'

function stateOf({ level, refusal, openUse }: WorkRecord): Words {
  if (openUse !== null) return { zh: `正用于申请 ${openUse}`, en: `In use by application ${openUse}` }
  if (level === 'D' && refusal !== null) return { zh: '已不予核对，待本人修改', en: 'Refused, to be mended' }
  if (level === 'D') return { zh: '待核对', en: 'To check' }
  if (level === 'C') return { zh: '已核对', en: 'Verified' }
  return level === 'B'
    ? { zh: '已经过资质审批', en: 'Passed a review' }
    : { zh: '第三方数据', en: 'Supplied' }
}

interface Props {
  records: readonly WorkRecord[]
  openId: string | undefined
  open(recordId: string): void
}

/** All certificates of the person that have an original, those to check first. */
export function CertificateList({ records, openId, open }: Props) {
  const say = useWords()
  return (
    <nav className="certificates" aria-label={say({ zh: '证书', en: 'Certificates' })}>
      <ul>
        {records.map((record) => (
          <li key={record.id} className={record.id === openId ? 'is-open' : undefined}>
            <LevelBadge level={record.level} />
            <button
              type="button"
              aria-current={record.id === openId ? 'true' : undefined}
              onClick={() => open(record.id)}
            >
              <span>{say(certificateTitle(record))}</span>
              <small>{say(stateOf(record))}</small>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
