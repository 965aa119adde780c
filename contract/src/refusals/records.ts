import { dataLevels, levelWords } from '@zhuji/domain/data-level.ts'
import { type ChangeRefusal, changeRefusalWords } from '@zhuji/domain/record-changes.ts'
import type { RefusalFacts, RefusalTable } from './table.ts'

const changeWords = (code: ChangeRefusal['code']) => (facts: RefusalFacts) =>
  changeRefusalWords({ change: 'edit', application: '', ...facts, code } as ChangeRefusal)

const levelIn = ({ level }: RefusalFacts) => dataLevels.find((one) => one === level) ?? 'C'

export const recordsRefusals = {
  'record-verified': changeWords('record-verified'),
  'record-frozen': changeWords('record-frozen'),
  'record-supplied': changeWords('record-supplied'),
  'record-in-use': changeWords('record-in-use'),
  'record-changed': changeWords('record-changed'),
  'record-id-taken': {
    zh: '该编号下已保存了另一条内容，本次没有保存。请刷新页面，从「新增」重新填写。',
    en: 'Something else is already saved under this id; nothing was saved now. Reload the page and add it anew.',
  },
  'record-not-valid': {
    zh: '部分栏目需要修改后才能保存，请检查标出的栏目。',
    en: 'Some fields have to be mended before this can be saved. Check the marked ones.',
  },
  'level-fixed': (facts) => ({
    zh: `该信息的数据等级为${levelIn(facts)}（${levelWords[levelIn(facts)].zh}），不能再次核对。请刷新后查看。`,
    en: `This record stands at ${levelIn(facts)} (${levelWords[levelIn(facts)].en}) and cannot be verified again. Reload to see it.`,
  }),
  'scan-missing': {
    zh: '该信息还没有上传扫描件，无法核对。请当事人先上传扫描件。',
    en: 'No scan was uploaded for this record, so it cannot be verified. Ask the person to upload one first.',
  },
  'scan-page-missing': ({ shows }) => {
    if (shows === 'certificate')
      return {
        zh: '扫描件中没有标为「证书」的页，无法核对。请当事人补传证书扫描件后再来。',
        en: 'No page of the scan is marked as the certificate. Ask the person to add it first.',
      }
    return shows === 'proof'
      ? {
          zh: '该信息以书面证明代替证书，但扫描件中没有标为「书面证明」的页，无法核对。请当事人补传后再来。',
          en: 'A written proof stands for the lost certificate, yet no page of the scan is marked as that proof. Ask the person to add it first.',
        }
      : {
          zh: '专业载于职称评审表，但扫描件中没有标为「评审表」的页，无法核对。请当事人补传后再来。',
          en: 'The specialty is stated in the review form, yet no page of the scan is marked as that form. Ask the person to add it first.',
        }
  },
  'scan-not-displayed': (facts) => ({
    zh: `扫描件共 ${facts.pages} 页，您只打开了 ${facts.displayed} 页。请逐页查看后再核对。`,
    en: `The scan has ${facts.pages} pages and only ${facts.displayed} were shown to you. Look at every page first.`,
  }),
  'fields-unconfirmed': {
    zh: '还有栏目未逐项核对。请对照原件确认标出的栏目。',
    en: 'Some fields are not confirmed yet. Compare the marked ones with the original.',
  },
  'reason-missing': {
    zh: '不予核对须选择至少一项理由，当事人将据此修改。请选择后再提交。',
    en: 'A refusal needs at least one reason, by which the person mends the record. Choose one and send again.',
  },
  'not-verified': (facts) => ({
    zh: `该信息的数据等级为${levelIn(facts)}，没有可取消的原件核对。请刷新后查看。`,
    en: `This record stands at ${levelIn(facts)}: there is no verification to cancel. Reload to see it.`,
  }),
  'other-department': (facts) => ({
    zh: `该信息由${facts.departmentName}核对，只能由该部门取消。请当事人到该部门办理。`,
    en: `${facts.departmentName} verified this record and only it may cancel that. Send the person there.`,
  }),
  'in-use': (facts) => ({
    zh: `该信息正用于申请 ${facts.application}，须待该事项结束后再取消核对。`,
    en: `Application ${facts.application} is using this record: cancel the verification after it has ended.`,
  }),
} as const satisfies RefusalTable
