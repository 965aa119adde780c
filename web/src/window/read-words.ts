import type { BridgeRead } from '@zhuji/contract/bridge.ts'
import { refusalTable, refusalWords } from '@zhuji/contract/refusal-words.ts'
import type { CardFlag } from '@zhuji/domain/card-facts.ts'
import type { Words } from '@zhuji/domain/words.ts'

export const presenterWords: Record<BridgeRead['presentedBy'], { title: Words; hint: Words }> = {
  person: {
    title: { zh: '本人', en: 'The person' },
    hint: { zh: '持证人本人到窗口', en: 'The card’s owner stands at the window' },
  },
  agent: {
    title: { zh: '委托人', en: 'An agent' },
    hint: { zh: '他人受委托携证件前来', en: 'Somebody else brings the card on the owner’s behalf' },
  },
  enterprise: {
    title: { zh: '企业批量', en: 'An enterprise’s batch' },
    hint: {
      zh: '企业携多人证件批量读卡；首次绑定手机须本人下次到窗口确认',
      en: 'Cards of many people at once; each confirms the first phone binding at a next visit',
    },
  },
}

export const readStateWords: Record<BridgeRead['state'], Words> = {
  saved: { zh: '保存成功', en: 'Saved' },
  sending: { zh: '上传中', en: 'Uploading' },
  sent: { zh: '上传成功', en: 'Uploaded' },
  failed: { zh: '上传失败', en: 'Upload failed' },
}

export const outcomeWords: Record<NonNullable<BridgeRead['outcome']>, Words> = {
  first: { zh: '首次采集，已建档', en: 'First read: the person now exists' },
  refreshed: { zh: '证件信息已更新', en: 'Card facts were renewed' },
  same: { zh: '已采集过，信息无变化', en: 'Already collected, nothing new' },
}

const unreachable: Words = {
  zh: '连不上服务器。记录已加密保存在本机，读卡服务会自动重传，不必重新刷证。',
  en: 'The server cannot be reached. The read is kept encrypted on this PC and is sent again by itself; the card need not be read again.',
}
const unknownFailure = (code: string): Words => ({
  zh: `服务器没有接收（${code}）。记录仍保存在本机，请点「重传失败记录」；仍失败请联系管理员。`,
  en: `The server did not take it (${code}). The read is still on this PC: press “Resend failed”; if it fails again, ask the administrator.`,
})

/** Why a read did not go through and what comes next: the bridge's own word `unreachable`, else the server's code. */
export function failureWords(code: string): Words {
  if (code === 'unreachable') return unreachable
  return code in refusalTable ? refusalWords(code) : unknownFailure(code)
}

/** What a flag asks of the clerk (R2.7); `until` is the card's last day where the flag speaks of it. */
export function flagWords(flag: CardFlag, until: string | null): Words {
  return flag === 'expired' && until ? expired(until) : flagTable[flag]
}

const expired = (until: string): Words => ({
  zh: `证件已于 ${until} 到期。可以读卡，但不能用于注册或修改手机号，请提醒换证。`,
  en: `The card expired on ${until}. It can be read, but neither register nor change a phone: ask the person to renew it.`,
})

const flagTable: Record<CardFlag, Words> = {
  'number-check': {
    zh: '证件号码校验不一致，请与证件核对。',
    en: 'The number’s check does not hold: compare it with the card.',
  },
  'sex-disagrees': {
    zh: '证件上的性别与号码不一致，请与证件核对。',
    en: 'Sex and number do not agree: compare with the card.',
  },
  'birth-date-disagrees': {
    zh: '证件上的出生日期与号码不一致，请与证件核对。',
    en: 'Birth date and number do not agree: compare with the card.',
  },
  'under-16': {
    zh: '持证人未满 16 周岁，请核实情况。',
    en: 'The person is under 16: please find out why.',
  },
  expired: {
    zh: '证件已过期。可以读卡，但不能用于注册或修改手机号，请提醒换证。',
    en: 'The card has expired. It can be read, but neither register nor change a phone: ask the person to renew it.',
  },
  'not-yet-valid': {
    zh: '证件有效期尚未开始，请检查电脑日期。',
    en: 'The card is not yet valid: check this PC’s date.',
  },
  'rare-characters': {
    zh: '姓名或住址含生僻字，请与证件核对。',
    en: 'Name or address has rare characters: compare with the card.',
  },
  'long-name': {
    zh: '姓名较长，芯片内可能不完整，请与证件核对。',
    en: 'The name is long and the chip may have cut it: compare with the card.',
  },
  'unknown-card': {
    zh: '未识别的证件类型，只读到姓名和号码，请与证件核对并联系管理员。',
    en: 'This kind of card is not known, only name and number were read: compare with the card and tell the administrator.',
  },
}
