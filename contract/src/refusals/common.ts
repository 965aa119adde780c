import type { RefusalTable } from './table.ts'

export const commonRefusals = {
  'sign-in-required': {
    zh: '请先登录。登录后会回到当前页面，已填写的内容不会丢失。',
    en: 'Please sign in first. You will come back to this page; what you typed is kept.',
  },
  'not-allowed': {
    zh: '当前账号没有办理此事项的权限，请换用有权限的账号登录。',
    en: 'This account may not do that. Sign in with one that may.',
  },
  'not-found': {
    zh: '没有找到该内容，可能已被删除或地址有误。请返回上一页重试。',
    en: 'Nothing was found here: it may have been deleted, or the address is wrong. Go back and try again.',
  },
  'invalid-request': {
    zh: '提交的内容格式不符合要求，请检查标出的栏目。',
    en: 'What was sent does not have the expected form. Check the marked fields.',
  },
  'too-large': {
    zh: '提交的内容过大，请减小后重试。',
    en: 'What was sent is too large. Make it smaller and try again.',
  },
  'unsupported-media-type': {
    zh: '文件类型不受支持，扫描件请使用 JPG、JPEG 格式。',
    en: 'This type of file is not supported. Scans are JPG or JPEG.',
  },
  'forged-request': {
    zh: '该请求不是从本网站页面发出的，已拒绝。请从本网站重新操作。',
    en: 'This request did not come from our own page and was refused. Start again from our site.',
  },
  'too-many-tries': {
    zh: '尝试次数过多，已暂时锁定。请在提示的时间之后重试；不是您本人操作的，请到窗口说明。',
    en: 'Too many tries: this is locked for a while. Try again after the time shown; if it was not you, tell a window.',
  },
  'internal-error': {
    zh: '服务暂时未能完成操作，您的内容没有丢失。请稍后重试；多次失败请联系窗口，并告知请求编号。',
    en: 'The service could not finish this; nothing you entered is lost. Try again later, and tell a window the request number if it keeps failing.',
  },
} as const satisfies RefusalTable
