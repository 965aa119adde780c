import type { HistoryEntry, historyEvents } from '@zhuji/contract/records.ts'
import type { Words } from '@zhuji/domain/words.ts'

/** What happened to a record, for every kind of it (R6.9). */
export const eventWords: Record<(typeof historyEvents)[number], Words> = {
  created: { zh: '新增', en: 'Added' },
  edited: { zh: '修改', en: 'Edited' },
  'scan-added': { zh: '上传扫描件', en: 'Scan uploaded' },
  'scan-removed': { zh: '移除扫描件', en: 'Scan removed' },
  'scan-reordered': { zh: '调整扫描件顺序', en: 'Scan reordered' },
  deleted: { zh: '删除', en: 'Deleted' },
  corrected: { zh: '来源更正', en: 'Corrected by its source' },
  verified: { zh: '原件核对通过', en: 'Original checked' },
  refused: { zh: '未予核对', en: 'Check refused' },
  'verification-cancelled': { zh: '取消原件核对', en: 'Check cancelled' },
  frozen: { zh: '资质审批通过，已冻结', en: 'Frozen by an approved application' },
}

const roleWords: Record<string, Words> = {
  practitioner: { zh: '本人', en: 'You' },
  clerk: { zh: '窗口人员', en: 'Window clerk' },
  reviewer: { zh: '审批人员', en: 'Reviewer' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  administrator: { zh: '管理人员', en: 'Administrator' },
  system: { zh: '第三方系统', en: 'Third-party system' },
  feed: { zh: '第三方系统', en: 'Third-party system' },
}

/** Who did it: role and office, never a name (R12.1). */
export function doerWords({ role, officeName }: HistoryEntry['by']): Words {
  const { zh, en } = roleWords[role] ?? { zh: role, en: role }
  return officeName === null ? { zh, en } : { zh: `${zh} · ${officeName}`, en: `${en} · ${officeName}` }
}
