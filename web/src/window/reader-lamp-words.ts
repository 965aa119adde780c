import type { ReaderState } from '@zhuji/contract/bridge.ts'
import type { Words } from '@zhuji/domain/words.ts'

/** `ready` lay a card down, `busy` wait, `done` lift it, `attention` try again, `fault` mend the reader, `rest` not reading. */
type LampTone = 'ready' | 'busy' | 'done' | 'attention' | 'fault' | 'rest'

export interface LampWords {
  tone: LampTone
  title: Words
  advice: Words
}

const otherWay: Words = {
  zh: '仍不行，请换一台读卡器，或请申请人到就近窗口办理。',
  en: 'If that does not help, use another reader or send the person to the nearest window.',
}
const then = (words: Words): Words => ({
  zh: `${words.zh}${otherWay.zh}`,
  en: `${words.en} ${otherWay.en}`,
})

/** What the large lamp says in every state of the reader, and what the clerk is to do next. */
export const readerLampWords: Record<ReaderState, LampWords> = {
  waiting: {
    tone: 'ready',
    title: { zh: '请放证件', en: 'Lay a card down' },
    advice: {
      zh: '请将证件平放在感应区，等待“嘀”提示音。',
      en: 'Lay the card flat on the reader and wait for the beep.',
    },
  },
  reading: {
    tone: 'busy',
    title: { zh: '正在读卡', en: 'Reading' },
    advice: { zh: '请勿移动证件。', en: 'Do not move the card.' },
  },
  hold: {
    tone: 'done',
    title: { zh: '读卡成功，请取走证件，放下一张', en: 'Read: lift the card, lay the next one down' },
    advice: {
      zh: '下一张证件平放在感应区，等待“嘀”提示音。',
      en: 'Lay the next card flat on the reader and wait for the beep.',
    },
  },
  paused: {
    tone: 'rest',
    title: { zh: '未在读卡', en: 'Not reading' },
    advice: {
      zh: '阅读器已就绪。按「点击读卡」开始。',
      en: 'The reader is ready. Press “Start reading” to begin.',
    },
  },
  'ticket-expired': {
    tone: 'attention',
    title: {
      zh: '登录凭证已到期，请重新点击读卡',
      en: 'The sign-in ticket has run out: start reading again',
    },
    advice: {
      zh: '凭证有效期为 12 小时。证件暂不读取；已读的证件已保存，不会丢失。',
      en: 'It serves for 12 hours. No card is read until then; cards already read are saved.',
    },
  },
  moved: {
    tone: 'attention',
    title: { zh: '读取未完成', en: 'Not finished' },
    advice: {
      zh: '请拿起证件重新平放，等待提示后再移开。',
      en: 'Lift the card, lay it flat again, and leave it there until the beep.',
    },
  },
  'card-rejected': {
    tone: 'attention',
    title: { zh: '证件未通过验证', en: 'The card was not accepted' },
    advice: {
      zh: '请只放一张证件；若仍失败，请人工核对证件真伪。',
      en: 'Lay down one card only; if it fails again, check by eye whether the card is genuine.',
    },
  },
  'card-fault': {
    tone: 'attention',
    title: { zh: '证件或阅读器异常', en: 'Card or reader fault' },
    advice: {
      zh: '请重试；仍失败请换一台阅读器。',
      en: 'Try again; if it fails again, use another reader.',
    },
  },
  'line-error': {
    tone: 'attention',
    title: { zh: '通信异常', en: 'Bad connection' },
    advice: {
      zh: '正在重新连接阅读器……已读的证件不会丢失。',
      en: 'Connecting to the reader again … cards already read are safe.',
    },
  },
  'no-reader': {
    tone: 'fault',
    title: { zh: '未检测到身份证阅读器', en: 'No card reader found' },
    advice: then({
      zh: '请检查连线和电源，或重新插拔。',
      en: 'Check its cable and power, or plug it in again.',
    }),
  },
  'port-busy': {
    tone: 'fault',
    title: { zh: '阅读器正被其他程序占用', en: 'Another program holds the reader' },
    advice: {
      zh: '请关闭厂商读卡软件后重试，系统每 5 秒自动再试。',
      en: 'Close the maker’s reading program; we try again every 5 seconds.',
    },
  },
  'no-permission': {
    tone: 'fault',
    title: { zh: '没有访问阅读器的权限', en: 'No permission to use the reader' },
    advice: { zh: '请联系管理员。', en: 'Ask the administrator.' },
  },
  'no-answer': {
    tone: 'fault',
    title: { zh: '阅读器没有响应', en: 'The reader does not answer' },
    advice: {
      zh: '请重新插拔；仍不行请联系管理员。',
      en: 'Plug it in again; if that does not help, ask the administrator.',
    },
  },
  'self-test': {
    tone: 'fault',
    title: { zh: '阅读器自检失败', en: 'The reader’s self-test failed' },
    advice: {
      zh: '请断电重启；仍失败请送修。',
      en: 'Switch it off and on; if it fails again, send it for repair.',
    },
  },
  'not-authorised': {
    tone: 'fault',
    title: { zh: '阅读器安全模块未授权', en: 'The reader’s security module is not authorised' },
    advice: {
      zh: '该阅读器无法使用，请联系供应商，并换一台读卡器。',
      en: 'This reader cannot be used: ask the supplier and use another one.',
    },
  },
  protocol: {
    tone: 'fault',
    title: { zh: '阅读器型号不兼容', en: 'This reader is not compatible' },
    advice: { zh: '请联系管理员。', en: 'Ask the administrator.' },
  },
  unplugged: {
    tone: 'fault',
    title: { zh: '阅读器已断开', en: 'The reader was unplugged' },
    advice: {
      zh: '请重新连接，接好后自动继续。',
      en: 'Plug it in again; reading goes on by itself.',
    },
  },
}

/** The page cannot reach the bridge at all: it keeps trying by itself. */
export const bridgeDownWords: LampWords = {
  tone: 'fault',
  title: { zh: '读卡服务未启动', en: 'The reading service is not running' },
  advice: {
    zh: '请启动读卡服务后刷新页面；请换一台读卡器或到就近窗口。本页每 2 秒自动重试，已读的证件不会丢失。',
    en: 'Start the reading service and reload the page, or use another reader or the nearest window. This page tries again every 2 seconds; cards already read are safe.',
  },
}

export const bridgeConnectingWords: LampWords = {
  tone: 'rest',
  title: { zh: '正在连接读卡服务', en: 'Connecting to the reading service' },
  advice: { zh: '请稍候。', en: 'One moment, please.' },
}

/** The PC’s disk refuses the read: the card counts as unread. */
export const storageFailsWords: LampWords = {
  tone: 'fault',
  title: { zh: '无法保存读卡记录', en: 'The read could not be saved' },
  advice: {
    zh: '本机磁盘写入失败，证件没有读成。请清理磁盘空间或联系管理员，再重新放置证件。',
    en: 'This PC’s disk takes nothing, so the card counts as not read. Free some space or ask the administrator, then lay the card down again.',
  },
}
