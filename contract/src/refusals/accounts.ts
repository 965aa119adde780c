import type { RefusalTable } from './table.ts'

export const accountsRefusals = {
  'captcha-wrong': {
    zh: '验证码不正确或已失效，请用新的验证码重新验证。',
    en: 'The captcha is wrong or no longer valid. Answer a new one.',
  },
  'captcha-needed-again': {
    zh: '当前24小时密码已在另一台设备上使用过。为保护您的账号，请重新完成一次验证码后再登录。',
    en: 'This 24-hour password was used on another device before. To protect your account, solve a new captcha and sign in again.',
  },
  'document-number-malformed': {
    zh: '证件号码的位数或字符不正确，请按标出的位置检查：注意全角半角、空格，末位字母 X 须大写。',
    en: 'The document number has a wrong length or sign. Check the marked places: full-width signs, blanks, and a capital X at the end.',
  },
  'registration-attempt-over': {
    zh: '本次注册已超过15分钟或步骤不符，请从第一步重新开始，已录入的证件信息以窗口所刷证件为准。',
    en: 'This registration is older than 15 minutes or at another step. Please start again from the first step.',
  },
  'card-facts-mismatch': {
    zh: '信息与窗口所刷证件不一致，或尚未刷证。请对照证件逐字检查（注意数字、字母及符号的全角半角区别）；尚未刷证的，请携带本人证件就近至受理窗口刷证；已注册的请直接登录。',
    en: 'What you entered differs from the card read at a window, or no card was read yet. Compare it sign by sign with your card; if your card was not read yet, take it to a service window; if you have registered before, sign in.',
  },
  'card-expired': {
    zh: '窗口所刷的证件已过有效期，不能用于注册。请换领新证后携带新证到受理窗口重新刷证。',
    en: 'The card that was read has expired and cannot be used to register. Have your new card read at a service window.',
  },
  'mobile-malformed': {
    zh: '手机号码应为11位数字（半角），请检查后重新填写。',
    en: 'A mobile number has 11 digits. Check it and enter it again.',
  },
  'too-many-codes': {
    zh: '获取密码过于频繁：同一手机号码每分钟1次，每天10次。请在提示的时间之后再获取，已收到的密码仍可使用。',
    en: 'Too many passwords were asked for: one a minute and ten a day to one mobile number. Try again after the time shown; a password that you have received still works.',
  },
  'code-wrong': {
    zh: '手机验证码不正确或已失效，请核对最近一条短信后重新填写，或重新获取。',
    en: 'The code is wrong or no longer valid. Check the latest text message, or ask for a new code.',
  },
  'mobile-bound-elsewhere': {
    zh: '该手机号码已由他人绑定，一个手机号码只能属于一人。请使用本人的其他手机号码；如该号码确为您本人所有，请携带证件到受理窗口办理。',
    en: 'Somebody else has bound this mobile number, and a number belongs to one person. Use another number of your own; if this one is yours, take your card to a service window.',
  },
  'already-registered': {
    zh: '您已完成注册并绑定手机号码，请直接登录。手机号码有变更的，请携带本人证件到受理窗口修改。',
    en: 'You have registered and bound a mobile number already: please sign in. To change the number, take your card to a service window.',
  },
  'sign-in-mismatch': {
    zh: '证件号、手机号码或动态密码不正确，或动态密码已失效。请检查后重试，或重新获取24小时密码；首次使用请先注册。',
    en: 'Number, mobile number or password is wrong, or the password is no longer valid. Check them, or ask for a new password; if you are new here, register first.',
  },
} as const satisfies RefusalTable
