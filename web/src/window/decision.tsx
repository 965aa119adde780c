import type { Field } from '@zhuji/domain/record-declaration.ts'
import { kindOf } from '@zhuji/domain/record-kinds.ts'
import type { Words } from '@zhuji/domain/words.ts'
import { Button } from 'antd'
import { useWords } from '../app/language.tsx'
import type { Outcome } from './desk.ts'
import type { WorkRecord } from './verification-queries.ts'

interface Props {
  record: WorkRecord
  outcome: Outcome
  /** The clerk has asked for a decision: what is missing is now said aloud. */
  isAsked: boolean
  isPending: boolean
  settle(): void
}

/** One button that says what it will do, and what is still missing. */
export function Decision({ record, outcome, isAsked, isPending, settle }: Props) {
  const say = useWords()
  const isRefusal = outcome.outcome === 'refuse'
  return (
    <div className="decision">
      <Button
        type="primary"
        size="large"
        danger={isRefusal}
        ghost={outcome.outcome === 'missing'}
        loading={isPending}
        onClick={settle}
        aria-describedby="decision-missing"
      >
        {isRefusal ? say({ zh: '不予核对', en: 'Refuse' }) : say({ zh: '核对通过', en: 'Verify' })}{' '}
        <kbd>Ctrl+Enter</kbd>
      </Button>
      <p
        id="decision-missing"
        className={
          isAsked && outcome.outcome === 'missing' ? 'decision-missing is-asked' : 'decision-missing'
        }
        role={isAsked ? 'alert' : undefined}
      >
        {missingWords(record, outcome).map(say).join(' ')}
      </p>
    </div>
  )
}

function missingWords(record: WorkRecord, outcome: Outcome): Words[] {
  if (outcome.outcome === 'verify')
    return [
      { zh: '各项均已核对，可以通过，升为 C 级。', en: 'Everything is confirmed: it rises to level C.' },
    ]
  if (outcome.outcome === 'refuse')
    return [
      {
        zh: `按 ${outcome.reasons.length} 项理由不予核对，保留 D 级由本人修改。`,
        en: `Refused for ${outcome.reasons.length} reason(s); it stays at D to be mended.`,
      },
    ]
  if (outcome.noScan)
    return [
      {
        zh: '没有扫描件，不能核对通过。请本人上传后再来，或选择理由不予核对。',
        en: 'Without a scan it cannot be verified: the person uploads one first, or choose a reason to refuse.',
      },
    ]
  return [...missingFields(record, outcome.fields), ...missingPages(outcome.pages)]
}

function missingFields(record: WorkRecord, names: readonly string[]): Words[] {
  if (names.length === 0) return []
  const labels = names.map((name) => (kindOf(record.kind).fields[name] as Field).label)
  return [
    {
      zh: `尚未核对：${labels.map(({ zh }) => zh).join('、')}。`,
      en: `Not yet confirmed: ${labels.map(({ en }) => en).join(', ')}.`,
    },
  ]
}

const missingPages = (pages: number): Words[] =>
  pages === 0
    ? []
    : [
        {
          zh: `扫描件还有 ${pages} 页没有看过。`,
          en: `${pages} page(s) of the scan have not been on the screen yet.`,
        },
      ]
