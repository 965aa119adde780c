import type { DataLevel } from './data-level.ts'
import { type Decision, grant, refuse } from './decision.ts'
import type { Words } from './words.ts'

export type RecordChange = 'edit' | 'delete'

export type ChangeRefusal =
  | { code: 'record-verified'; change: RecordChange }
  | { code: 'record-frozen'; change: RecordChange }
  | { code: 'record-supplied'; change: RecordChange }
  | { code: 'record-in-use'; change: RecordChange; application: string }
  | { code: 'record-changed'; version: number }

const fixedAt = { C: 'record-verified', B: 'record-frozen', A: 'record-supplied' } as const

/**
 * May the person edit or delete this record? Only at D (R6.1, R6.3), not while an application in progress uses it
 * (R6.7), and only the version that the person had before the eyes.
 */
export function decideChange(
  record: { level: DataLevel; version: number; openUse: string | null },
  request: { change: RecordChange; version: number },
): Decision<true, ChangeRefusal> {
  const { change } = request
  if (record.level !== 'D') return refuse({ code: fixedAt[record.level], change })
  if (record.openUse !== null) return refuse({ code: 'record-in-use', change, application: record.openUse })
  if (record.version !== request.version) return refuse({ code: 'record-changed', version: record.version })
  return grant(true)
}

const endings = {
  delete: { zh: '无法删除！', en: 'it cannot be deleted.' },
  edit: { zh: '无法修改！', en: 'it cannot be changed.' },
} as const

/** What 编辑 and 删除 answer on a record that is fixed (R6.3, G72), to the letter of the guide. */
export function changeRefusalWords(refusal: ChangeRefusal): Words {
  if (refusal.code === 'record-changed')
    return {
      zh: '该信息已在别处修改，请查看最新内容后再操作。',
      en: 'This record was changed elsewhere meanwhile: look at it again first.',
    }
  const end = endings[refusal.change]
  switch (refusal.code) {
    case 'record-verified':
      return {
        zh: `该信息已经过原件核对，${end.zh}`,
        en: `This record was checked against its original: ${end.en}`,
      }
    case 'record-frozen':
      return {
        zh: `该信息已经过资质审批，${end.zh}`,
        en: `This record passed a qualification review: ${end.en}`,
      }
    case 'record-supplied':
      return {
        zh: `该信息来自第三方系统，${end.zh}`,
        en: `This record comes from a third-party system: ${end.en}`,
      }
    case 'record-in-use':
      return {
        zh: `该信息正用于申请 ${refusal.application}，${end.zh}`,
        en: `Application ${refusal.application} is using this record: ${end.en}`,
      }
  }
}
