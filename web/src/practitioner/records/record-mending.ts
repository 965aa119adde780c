import type { RecordView } from '@zhuji/contract/records.ts'
import { type ChangeRefusal, changeRefusalWords } from '@zhuji/domain/record-changes.ts'
import type { Words } from '@zhuji/domain/words.ts'

type Standing = Pick<RecordView, 'verifiedBy'>

/** What a person does about an error in a record that is fixed (R6.5, G75, G79, G135). */
function mendingWords({ code }: ChangeRefusal, { verifiedBy }: Standing): Words {
  switch (code) {
    case 'record-verified':
      return {
        zh: `信息有误的，请携证书原件到${verifiedBy ?? '核对的部门'}取消原件核对，更正后重新核对。取得更高证书的，可直接新增，原证书无需处理。`,
        en: `If it is wrong, take the original to ${verifiedBy ?? 'the department that verified it'}: the verification is cancelled, you mend it and have it checked again. A better certificate is simply added beside it.`,
      }
    case 'record-frozen':
      return {
        zh: '信息有误的，请重新添加新的记录，原证书和原信息无需处理。',
        en: 'If it is wrong, add a new record; the old one stays and needs nothing.',
      }
    case 'record-supplied':
      return {
        zh: '信息有误的，请向报送该信息的部门申请更正；来源更正后，这里随之更新。',
        en: 'If it is wrong, ask whoever supplies it to correct it: what stands here follows.',
      }
    case 'record-in-use':
      return {
        zh: '须待该申请办结后再处理。',
        en: 'It can be changed after that application has ended.',
      }
    case 'record-changed':
      return { zh: '', en: '' }
  }
}

/** What 编辑 and 删除 answer on a fixed record: the guide's words, then the way to mend it (R6.3, R6.5). */
export const fixedRecordWords = (refusal: ChangeRefusal, record: Standing): readonly Words[] => [
  changeRefusalWords(refusal),
  mendingWords(refusal, record),
]
