import type { RefusalTable } from './table.ts'

export const feedsRefusals = {
  'batch-number-taken': {
    zh: '该批次号已用于另一批内容，本次没有保存。更正的内容请以新的批次号报送。',
    en: 'Another batch has this number already; nothing was saved now. Send corrections under a new batch number.',
  },
} as const satisfies RefusalTable
