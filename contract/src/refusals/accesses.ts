import type { RefusalTable } from './table.ts'

export const accessesRefusals = {
  'delay-needs-second-person': {
    zh: '延后公开的日期须由另一名工作人员确定，申请人不能自行确定。请由同事登录后办理。',
    en: 'Another member of staff sets the date of a delayed disclosure, never the one who asked. A colleague should sign in and do it.',
  },
  'delay-already-set': {
    zh: '该次查看的公开日期已经确定，不能再改。到期后本人即可看到。',
    en: 'The date of this disclosure is set and does not change; the person sees the look from that day on.',
  },
  'delay-date-impossible': ({ latest }) => ({
    zh: `公开日期须晚于今天，且不晚于 ${latest}。请重新选择日期。`,
    en: `The date must lie after today and not after ${latest}. Choose another.`,
  }),
} as const satisfies RefusalTable
