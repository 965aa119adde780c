import type { RefusalTable } from './table.ts'

export const cardReadsRefusals = {
  'card-read-malformed': {
    zh: '服务器无法识别这条读卡记录的格式。记录已保存在本机；请更新读卡程序后重传，仍不成功请联系管理员。',
    en: 'The server cannot make out this card read. It is kept on this PC: update the reader program and send it again, or ask an administrator.',
  },
  'reader-not-enrolled': {
    zh: '该读卡器未登记或已停用，读卡未被接受。请联系管理员领取登记码，重新登记读卡器后再读卡。',
    en: 'This reader is not enrolled, or no longer: the read was not accepted. Ask an administrator for an enrolment code, enrol the reader and read the card again.',
  },
  'signature-not-genuine': {
    zh: '读卡记录的签名核验未通过，记录可能已损坏或被改动。请重新读卡；反复出现请联系管理员检查本机。',
    en: 'The signature of this read does not hold: it may be damaged or altered. Read the card again, and have an administrator look at this PC if it happens again.',
  },
  'window-suspended': {
    zh: '该受理窗口已暂停受理，读卡未被接受。窗口恢复后可重传本条记录，也可请当事人到其他窗口刷证。',
    en: 'This service window is suspended: the read was not accepted. Send it again once the window is open, or ask the person to go to another window.',
  },
  'ticket-not-genuine': {
    zh: '读卡凭据无效，无法确认是哪位窗口人员读的卡。请重新登录，回到读卡页面再读一次。',
    en: 'The ticket of this read is not valid, so nobody can tell which clerk read it. Sign in again, return to the card page and read the card once more.',
  },
  'ticket-of-other-window': {
    zh: '读卡凭据属于另一个窗口，不能用于本读卡器。请在本窗口的电脑上登录后重新读卡。',
    en: 'The ticket belongs to another window and does not count at this reader. Sign in at this window and read the card again.',
  },
  'ticket-not-valid-then': {
    zh: '读卡时凭据已过期（有效 12 小时）或尚未生效。请重新登录后再读卡，并核对本机时间是否准确。',
    en: 'The ticket (12 hours) was not valid when the card was read. Sign in again, read the card again, and check the clock of this PC.',
  },
  'read-too-old': {
    zh: '这条读卡记录已超过 30 天，不再有效。请当事人再到窗口刷证。',
    en: 'This read is more than 30 days old and no longer counts. Ask the person to have the card read again.',
  },
  'read-from-future': {
    zh: '读卡时间晚于服务器时间，本机时钟可能不准。请校准本机时间后重新读卡。',
    en: 'The time of this read lies in the future: the clock of this PC is probably wrong. Set it and read the card again.',
  },
  'counter-used': {
    zh: '该读卡序号已用于另一条记录，本条未被接受并已记入日志。请重新读卡，并联系管理员检查读卡程序。',
    en: 'This running number was used for another read: this one was not accepted, and that is on record. Read the card again and have an administrator check the reader program.',
  },
  'unknown-card': {
    zh: '无法识别这张证件的类型或号码，未采集信息。请确认是居民身份证、港澳台居民居住证或外国人永久居留身份证；确认无误仍不成功请联系管理员。',
    en: 'The kind or number of this card cannot be made out, and nobody was collected. Check that it is a resident identity card, a residence permit for Hong Kong, Macau or Taiwan residents, or a foreigner’s permanent residence card; if it is, ask an administrator.',
  },
  'no-window': {
    zh: '没有找到对应的受理窗口，无法办理。请联系管理员，为该账号指定窗口后重新登录。',
    en: 'There is no service window for this. Ask an administrator to assign one to the account, then sign in again.',
  },
  'enrolment-code-invalid': {
    zh: '登记码有误、已使用或已超过 24 小时。请联系管理员重新领取登记码。',
    en: 'The enrolment code is wrong, used, or older than 24 hours. Ask an administrator for a new one.',
  },
  'reader-key-unfit': {
    zh: '读卡程序给出的公钥不符合要求（须为 Ed25519）。请更新读卡程序后重新登记。',
    en: 'The public key that the reader program gave is not an Ed25519 key. Update the program and enrol again.',
  },
  'reader-enrolled-elsewhere': {
    zh: '该读卡器已在另一窗口登记或已被停用，不能在此登记。请联系管理员，或为读卡程序生成新密钥后重新登记。',
    en: 'This reader is enrolled at another window, or was revoked. Ask an administrator, or enrol it with a new key.',
  },
} as const satisfies RefusalTable
