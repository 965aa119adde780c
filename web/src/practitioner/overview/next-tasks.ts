import type { ProfileView, RecordView } from '@zhuji/contract/records.ts'
import {
  type FilledSection,
  filledSections,
  missingScans,
  profileCompleteness,
} from '@zhuji/domain/profile-completeness.ts'
import { kindOf, kindsOfSection, type RecordKind } from '@zhuji/domain/record-kinds.ts'
import type { PageShows } from '@zhuji/domain/scan-pages.ts'
import { type SectionName, sections } from '@zhuji/domain/sections.ts'
import type { Words } from '@zhuji/domain/words.ts'

export interface Task {
  key: string
  words: Words
  why: Words
  section: SectionName
  /** What to open on the section's page: a record to mend, or a kind to add. */
  search?: { edit: string } | { add: RecordKind }
  place: 'here' | 'window'
}

/** A record in words: its kind and what the person wrote first of it. */
export function nameOfRecord({ kind, payload }: Pick<RecordView, 'kind' | 'payload'>): Words {
  const { title, listed } = kindOf(kind)
  const first = payload[listed[0] ?? '']
  const said = typeof first === 'object' && first !== null ? first.text : first
  if (typeof said !== 'string' || said === '') return title
  return { zh: `${title.zh}（${said}）`, en: `${title.en} (${said})` }
}

const pageWords: Record<PageShows, Words> = {
  certificate: { zh: '扫描件', en: 'scan' },
  proof: { zh: '书面证明扫描件', en: 'scan of the written proof' },
  'review-form': { zh: '职称评审表扫描件', en: 'scan of the review form' },
}

function mendingOf(record: RecordView, name: Words): Pick<Task, 'key' | 'words' | 'why'> | null {
  if (record.refusal)
    return {
      key: `mend:${record.id}`,
      words: { zh: `修改${name.zh}`, en: `Mend: ${name.en}` },
      why: {
        zh: '窗口未予核对，请按所列原因修改后再到窗口。',
        en: 'The window did not confirm it: mend what it named, then go again.',
      },
    }
  const [missing] = missingScans(record)
  if (missing)
    return {
      key: `scan:${record.id}`,
      words: {
        zh: `上传${name.zh}${pageWords[missing].zh}`,
        en: `Upload the ${pageWords[missing].en}: ${name.en}`,
      },
      why: { zh: '没有扫描件，窗口无法核对原件。', en: 'Without it a window cannot check the original.' },
    }
  if (record.cancellation)
    return {
      key: `again:${record.id}`,
      words: { zh: `重新核验${name.zh}`, en: `Have it checked again: ${name.en}` },
      why: {
        zh: '窗口已取消原件核对，请查看理由，更正后携原件到窗口。',
        en: 'A window cancelled its verification: see the reason, mend it, then take the original there.',
      },
    }
  return null
}

function taskOf(record: RecordView): Task | null {
  const { evidence, section } = kindOf(record.kind)
  if (record.level !== 'D') return null
  const name = nameOfRecord(record)
  const mending = mendingOf(record, name)
  if (mending) return { ...mending, section, search: { edit: record.id }, place: 'here' }
  if (evidence !== 'original') return null
  return {
    key: `verify:${record.id}`,
    words: { zh: `携原件到窗口核验${name.zh}`, en: `Take the original to a window: ${name.en}` },
    why: {
      zh: '资质标准对该证书有考核要求的，须先核验；核对后由D级升格为C级。没有时间限制。',
      en: 'Needed where a qualification examines it; the record rises from D to C. There is no deadline.',
    },
    section,
    place: 'window',
  }
}

const signatureTasks: Record<ProfileView['signature'], Pick<Task, 'key' | 'words' | 'why'> | null> = {
  none: {
    key: 'add:signature',
    words: { zh: '采集个人签名', en: 'Give your signature' },
    why: {
      zh: '打印签名信息采集表，亲笔签名后拍照或扫描上传。',
      en: 'Print the form, sign it, photograph or scan it.',
    },
  },
  'to-confirm': {
    key: 'mend:signature',
    words: { zh: '确认个人签名', en: 'Confirm your signature' },
    why: {
      zh: '签名已识别，经您确认后备案。',
      en: 'It was read from the form; it is filed once you confirm it.',
    },
  },
  filed: null,
}

function missingTask(section: FilledSection): Task {
  const [kind] = kindsOfSection(section)
  return {
    key: `add:${section}`,
    words: { zh: `填报${sections[section].name.zh}`, en: `Fill in: ${sections[section].name.en}` },
    why: {
      zh: '没有此类信息的，在下方「需采集的个人信息」中选择「没有」即可。',
      en: 'If you have none, press «I have none» at that section below.',
    },
    section,
    ...(kind && { search: { add: kind } }),
    place: 'here',
  }
}

const order = ['mend', 'again', 'scan', 'add', 'verify']

/** What comes next for this person, most urgent first (R4.11); empty when nothing is left to do. */
export function nextTasks(profile: Pick<ProfileView, 'records' | 'signature' | 'none'>): readonly Task[] {
  const { sections: states } = profileCompleteness(profile)
  const open = profile.records.map(taskOf).filter((task) => task !== null)
  const missing = filledSections
    .filter((section) => section !== 'signature' && states[section] === 'missing')
    .map(missingTask)
  const signature = signatureTasks[profile.signature]
  const signing: Task[] = signature ? [{ ...signature, section: 'signature', place: 'here' }] : []
  const rank = ({ key }: Task) => order.indexOf(key.split(':')[0] ?? '')
  return [...open, ...missing, ...signing].sort((a, b) => rank(a) - rank(b))
}
