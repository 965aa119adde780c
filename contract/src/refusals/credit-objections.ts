import type { RefusalTable } from './table.ts'

export const creditObjectionsRefusals = {
  'objection-open': {
    zh: '您对该诚信记录的异议正在处理，处理结果会告知您。可在该记录下查看，不必重复提出。',
    en: 'Your objection to this credit entry is being dealt with and you will be told the answer. There is no need to object again.',
  },
  'objection-id-taken': {
    zh: '该编号下已保存了另一条异议，本次没有保存。请刷新页面后重新提出。',
    en: 'Another objection is already saved under this id; nothing was saved now. Reload the page and object anew.',
  },
  'objection-record-kind': {
    zh: '只有个人诚信记录可以提出异议。其他信息有误的，请按该栏目的说明更正。',
    en: 'Only credit entries can be objected to. Mend other records as their section explains.',
  },
  'objection-answered': {
    zh: '该异议已由他人答复，本次没有保存。请刷新列表查看。',
    en: 'This objection was answered already; nothing was saved now. Reload the list to see it.',
  },
} as const satisfies RefusalTable
