import type { RecordView } from '@zhuji/contract/records.ts'
import { kindOf, type RecordKind, recordKindNames } from '@zhuji/domain/record-kinds.ts'
import type { Words } from '@zhuji/domain/words.ts'

export interface Task {
  key: string
  words: Words
  why: Words
  /** The record to open; null for one to add. */
  recordId: string | null
  kind: RecordKind
  place: 'here' | 'window'
}

/** A record in words: its kind and what the person wrote first of it. */
export function nameOfRecord({ kind, payload }: Pick<RecordView, 'kind' | 'payload'>): Words {
  const { title, listed } = kindOf(kind)
  const first = payload[listed[0] ?? '']
  const school = typeof first === 'string' && first !== '' ? `（${first}）` : ''
  return { zh: `${title.zh}${school}`, en: `${title.en}${school}` }
}

function taskOf(record: RecordView): Task | null {
  if (record.level !== 'D') return null
  const name = nameOfRecord(record)
  const task = { recordId: record.id, kind: record.kind }
  if (record.refusal)
    return {
      ...task,
      key: `mend:${record.id}`,
      words: { zh: `修改${name.zh}`, en: `Mend: ${name.en}` },
      why: {
        zh: '窗口未予核对，请按所列原因修改后再到窗口。',
        en: 'The window did not confirm it: mend what it named, then go again.',
      },
      place: 'here',
    }
  const { scan, evidence } = kindOf(record.kind)
  if (scan === 'required' && record.scans.length === 0)
    return {
      ...task,
      key: `scan:${record.id}`,
      words: { zh: `上传${name.zh}扫描件`, en: `Upload the scan: ${name.en}` },
      why: { zh: '没有扫描件，窗口无法核对原件。', en: 'Without it a window cannot check the original.' },
      place: 'here',
    }
  if (evidence !== 'original') return null
  if (record.cancellation)
    return {
      ...task,
      key: `again:${record.id}`,
      words: { zh: `重新核验${name.zh}`, en: `Have it checked again: ${name.en}` },
      why: {
        zh: '窗口已取消原件核对，请查看理由，更正后携原件到窗口。',
        en: 'A window cancelled its verification: see the reason, mend it, then take the original there.',
      },
      place: 'here',
    }
  return {
    ...task,
    key: `verify:${record.id}`,
    words: { zh: `携原件到窗口核验${name.zh}`, en: `Take the original to a window: ${name.en}` },
    why: {
      zh: '资质标准对学历有考核要求的，须先核验；核对后由D级升格为C级。没有时间限制。',
      en: 'Needed where a qualification examines it; the record rises from D to C. There is no deadline.',
    },
    place: 'window',
  }
}

/** What comes next for this person, most urgent first (R4.11); empty when nothing is left to do. */
export function nextTasks(records: readonly RecordView[]): readonly Task[] {
  const open = records.map(taskOf).filter((task) => task !== null)
  const order = ['mend', 'again', 'scan', 'add', 'verify']
  const missing = recordKindNames
    .filter((kind) => !records.some((record) => record.kind === kind))
    .map(
      (kind): Task => ({
        key: `add:${kind}`,
        words: kindOf(kind).add,
        why: {
          zh: '有该证书的请填报；没有的无需处理。',
          en: 'If you hold one; otherwise there is nothing to do.',
        },
        recordId: null,
        kind,
        place: 'here',
      }),
    )
  const rank = ({ key }: Task) => order.indexOf(key.split(':')[0] ?? '')
  return [...open, ...missing].sort((a, b) => rank(a) - rank(b))
}
