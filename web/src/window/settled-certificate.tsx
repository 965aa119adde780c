import { levelWords } from '@zhuji/domain/data-level.ts'
import type { Words } from '@zhuji/domain/words.ts'
import { Button, Tooltip } from 'antd'
import { useRef, useState } from 'react'
import { useLanguage, useWords } from '../app/language.tsx'
import { firstLook, lookAfter, type ScanMove, ScanViewer } from '../parts/scan-viewer.tsx'
import { CancelVerification } from './cancel-verification.tsx'
import { CertificateFields } from './certificate-fields.tsx'
import type { Decided } from './day-tally.tsx'
import { EvidenceNotes } from './evidence-notes.tsx'
import { KeyHelp } from './key-help.tsx'
import { useKeys } from './use-keys.ts'
import { useDecision, type WorkRecord } from './verification-queries.ts'

interface Props {
  personId: string
  record: WorkRecord
  decided(how: Decided): void
}

/** Why this window may not cancel the verification now (R6.4, G76, G77); null when it may. */
function whyNotCancel({ level, mayCancel, openUse, verifiedBy }: WorkRecord): Words | null {
  if (level !== 'C')
    return {
      zh: `${level} 级数据没有可取消的原件核对。`,
      en: `At level ${level} there is nothing to cancel.`,
    }
  if (openUse !== null)
    return {
      zh: `正用于申请 ${openUse}，需等该事项结束再处理。`,
      en: `In use by application ${openUse}: wait until that matter ends.`,
    }
  if (mayCancel) return null
  return {
    zh: `只有原核验部门（${verifiedBy ?? '—'}）可以取消。`,
    en: `Only the department that verified it (${verifiedBy ?? '—'}) may cancel.`,
  }
}

/** A certificate that is no longer at D: shown whole, with 取消原件核对 where this department may (R6.4). */
export function SettledCertificate({ personId, record, decided }: Props) {
  const say = useWords()
  const { language } = useLanguage()
  const [look, setLook] = useState(() => firstLook(record.scans))
  const [isCancelling, setCancelling] = useState(false)
  const { cancel } = useDecision(personId, record.id, decided)
  const ground = useRef<HTMLElement>(null)
  const move = (how: ScanMove) => setLook((now) => lookAfter(now, how, record.scans))
  const whyNot = whyNotCancel(record)
  const ask = () => whyNot === null && setCancelling(true)
  useKeys({
    x: ask,
    '+': () => move('closer'),
    '=': () => move('closer'),
    '-': () => move('farther'),
    0: () => move('fit'),
    r: () => move('turn'),
    ArrowLeft: () => move('before'),
    ArrowRight: () => move('after'),
    PageDown: () => ground.current?.scrollBy({ top: ground.current.clientHeight * 0.8 }),
    PageUp: () => ground.current?.scrollBy({ top: ground.current.clientHeight * -0.8 }),
  })
  const at =
    record.verifiedAt &&
    new Date(record.verifiedAt).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
      timeZone: 'Asia/Shanghai',
    })
  return (
    <article className="certificate">
      <EvidenceNotes record={record} />
      <div className="certificate-sides">
        <ScanViewer personId={personId} record={record} look={look} move={move} ground={ground} />
        <div className="certificate-work">
          <h2>
            {record.level}
            {say({ zh: '级', en: '' })} · {say(levelWords[record.level])}
          </h2>
          {at && (
            <p>
              {say({ zh: '核对：', en: 'Verified: ' })}
              {at} · {record.verifiedBy}
            </p>
          )}
          <Tooltip title={whyNot && say(whyNot)}>
            <Button danger disabled={whyNot !== null} onClick={ask}>
              {say({ zh: '取消原件核对', en: 'Cancel the verification' })} <kbd>X</kbd>
            </Button>
          </Tooltip>
          {whyNot && <p className="quiet">{say(whyNot)}</p>}
        </div>
      </div>
      <KeyHelp
        hints={[
          { keys: ['X'], does: { zh: '取消原件核对', en: 'Cancel the verification' } },
          { keys: ['+', '−', '0'], does: { zh: '缩放', en: 'Zoom' } },
          { keys: ['R'], does: { zh: '旋转', en: 'Turn' } },
          { keys: ['←', '→'], does: { zh: '翻页', en: 'Page' } },
          { keys: ['[', ']'], does: { zh: '换一件证书', en: 'Other certificate' } },
          { keys: ['F2'], does: { zh: '读下一位', en: 'Next person' } },
        ]}
      />
      <CertificateFields record={record} />
      <CancelVerification
        isOpen={isCancelling}
        close={() => setCancelling(false)}
        cancel={cancel}
        version={record.version}
      />
    </article>
  )
}
