import type { RefusalTable } from './table.ts'

export const staffRefusals = {
  'staff-sign-in-failed': {
    zh: '未能登录：账号、密码或动态口令有误，或该动态口令已使用过。请核对后，用下一个动态口令重试；忘记密码请联系管理员。',
    en: 'Not signed in: account, password or code is wrong, or the code was used before. Check them and try again with the next code; ask an administrator if the password is lost.',
  },
  'password-too-short': ({ shortest }) => ({
    zh: `密码太短，容易被猜到。请设置至少 ${shortest} 个字符的密码。`,
    en: `The password is too short and could be guessed. Choose one of at least ${shortest} characters.`,
  }),
  'account-taken': {
    zh: '该账号名已被使用，请换一个账号名。',
    en: 'This account name is taken. Choose another one.',
  },
} as const satisfies RefusalTable
