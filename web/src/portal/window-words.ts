import type { Words } from '@zhuji/domain/words.ts'

const districts: Readonly<Record<string, string>> = {
  全市: 'Whole city',
  黄浦区: 'Huangpu',
  徐汇区: 'Xuhui',
  长宁区: 'Changning',
  静安区: 'Jing’an',
  普陀区: 'Putuo',
  虹口区: 'Hongkou',
  杨浦区: 'Yangpu',
  闵行区: 'Minhang',
  宝山区: 'Baoshan',
  嘉定区: 'Jiading',
  浦东新区: 'Pudong',
  金山区: 'Jinshan',
  松江区: 'Songjiang',
  青浦区: 'Qingpu',
  奉贤区: 'Fengxian',
  崇明区: 'Chongming',
}

const inHours: readonly [RegExp, string][] = [
  [/周一/g, 'Mon'],
  [/周二/g, 'Tue'],
  [/周三/g, 'Wed'],
  [/周四/g, 'Thu'],
  [/周五/g, 'Fri'],
  [/周六/g, 'Sat'],
  [/周日/g, 'Sun'],
  [/至/g, '–'],
  [/；\s*/g, '; '],
  [/[，、]\s*/g, ', '],
  [/：/g, ':'],
]

/** A district's name; one without an English name keeps its own. */
export const districtWords = (district: string): Words => ({
  zh: district,
  en: districts[district] ?? district,
})

/** Opening hours; what has no English words stays as it is written. Unknown ones are never «closed» (R9.2). */
export function hoursWords(hours: string | null): Words {
  if (hours === null) return { zh: '时间待确认', en: 'to be confirmed' }
  return { zh: hours, en: inHours.reduce((text, [from, to]) => text.replace(from, to), hours) }
}
