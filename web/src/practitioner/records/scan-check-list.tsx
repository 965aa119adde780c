import { certificateScan, type ScanCheck, type ScanLimits } from '@zhuji/domain/scan-rules.ts'
import { useWords } from '../../app/language.tsx'
import { scanCheckWords } from './scan-check-words.ts'

const marks = {
  passed: { sign: '✓', words: { zh: '符合', en: 'passed' } },
  failed: { sign: '×', words: { zh: '不符合', en: 'failed' } },
  warning: { sign: '!', words: { zh: '提醒', en: 'warning' } },
} as const

interface Props {
  checks: readonly ScanCheck[]
  limits?: ScanLimits
}

/** Every rule answered on its own, with a tick, a cross or a warning (R5.3). */
export function ScanCheckList({ checks, limits = certificateScan }: Props) {
  const say = useWords()
  return (
    <ul className="checks">
      {checks.map((check) => (
        <li key={check.rule} className={`check-${check.outcome}`}>
          <span aria-hidden="true">{marks[check.outcome].sign}</span>
          <span className="sr-only">{say(marks[check.outcome].words)}：</span>
          <span>{say(scanCheckWords(check, limits))}</span>
        </li>
      ))}
    </ul>
  )
}
