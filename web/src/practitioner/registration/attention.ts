import type { Words } from '@zhuji/domain/words.ts'
import type { Asks } from './attempt.ts'

/** The guide's red line (G16), naming what is asked of this kind of card. */
export const attention: Record<Asks, Words> = {
  citizen: {
    zh: '姓名、身份证号、住址、签发机关、有效期限信息必须与个人身份证（窗口刷的证件）信息完全一致（一字不错）！',
    en: 'Name, number, address, issuing authority and validity must equal the card that the window read, to the letter!',
  },
  hkmotw: {
    zh: '姓名、证件号、住址、签发机关、通行证号码、有效期限信息必须与个人居住证（窗口刷的证件）信息完全一致（一字不错）！',
    en: 'Name, number, address, issuing authority, travel permit number and validity must equal the card that the window read, to the letter!',
  },
  foreigner: {
    zh: '姓名、证件号、国籍、出生日期、有效期限信息必须与个人永久居留身份证（窗口刷的证件）信息完全一致（一字不错）！',
    en: 'Name, number, nationality, birth date and validity must equal the card that the window read, to the letter!',
  },
}
