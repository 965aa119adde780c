import type { RefusalTable } from './table.ts'

export const fullNamesRefusals = {
  'import-id-taken': {
    zh: '该导入编号已用于另一份名录，本次没有导入。请刷新页面后重新选择文件。',
    en: 'This import’s id belongs to another list; nothing was imported. Reload the page and choose the file again.',
  },
  'import-not-open': {
    zh: '该名录已导入完成或已撤回，不能再添加名称。如需更正，请撤回后重新导入。',
    en: 'This list is complete or withdrawn and takes no more names. To correct it, withdraw it and import it anew.',
  },
  'import-incomplete': ({ received, expected }) => ({
    zh: `名录共 ${expected} 条，服务器只收到 ${received} 条，尚未启用。请点击“重试”补传。`,
    en: `The list has ${expected} names and only ${received} arrived, so it is not in use yet. Press “Try again” to send the rest.`,
  }),
  'import-withdrawn': {
    zh: '该名录已经撤回，无须再次操作。请刷新页面查看。',
    en: 'This list is withdrawn already; nothing is left to do. Reload the page to see it.',
  },
} as const satisfies RefusalTable
