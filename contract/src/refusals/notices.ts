import type { RefusalTable } from './table.ts'

export const noticesRefusals = {
  'notice-changed': {
    zh: '告知内容已更新，您看到的不是现行版本，因此没有记录。请阅读更新后的内容，再点击“我已阅读并知悉”。',
    en: 'The notice has changed and what you saw is not in force any more, so nothing was recorded. Read the new text, then confirm again.',
  },
  'consent-wording-changed': {
    zh: '该用途的说明已更新，您的同意没有记录。请刷新页面，阅读新的说明后再决定。',
    en: 'What this use means has changed, so your consent was not recorded. Reload the page, read the new text and decide again.',
  },
  'notice-version-taken': {
    zh: '该版本号的告知已经发布，已发布的内容不能更改。请使用更大的版本号重新发布。',
    en: 'A notice of this version was published already, and what was published does not change. Publish it under a higher version.',
  },
} as const satisfies RefusalTable
