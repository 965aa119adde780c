import { type FullNameList, fullNameLists } from './record-declaration.ts'
import { type SignSuspicion, suspicionOfSign } from './typed-signs.ts'
import type { Words } from './words.ts'

/** What looks wrong in a name: a sign, at its index in code points, or the whole as a short form. */
export type FullNameHint =
  | { code: Exclude<SignSuspicion, 'lower-case-x'>; sign: string; position: number; meant: string }
  | { code: 'short-form' }

interface Ending {
  ends: RegExp
  /** So many signs at least stand before it in a full name. */
  before: number
}

const of = (endings: string, before: number): Ending => ({ ends: new RegExp(`(?:${endings})$`, 'u'), before })

const teaching = of(
  '大学|学院|学校|分校|党校|研究院|研究所|研究生院|研究生部|专修院|电视大学|中心|委员会|班|中学|讲习所|教导队',
  2,
)
const firm = of('公司|集团|总厂|工厂|厂', 4)
const office = of(
  '院|所|局|厅|处|部|署|站|社|会|队|中心|银行|政府|办公室|委员会|工作室|项目部|指挥部|场|馆|店|园|台|行|段',
  4,
)

/** How a full name of each list usually ends; a list without endings knows no short forms. */
const endingsOf: Record<FullNameList, readonly Ending[]> = {
  schools: [teaching],
  specialties: [],
  units: [teaching, firm, office, of('医院|委员会|办事处|合作社', 2)],
  issuers: [teaching, firm, office, of('委员会|协会|学会|政府', 2)],
  committees: [of('委员会|评审组|评审小组|领导小组|办公室', 3)],
}

/** Offices whose short form ends as a full name does. */
const shortOffice = /(?:人社|住建|发改|国资|工信|规土|人保|教卫)(?:局|厅|部|委)$/u
const trailingBrackets = /[（(][^（）()]*[）)]$/u
const initials = /^[A-Z]{2,6}$/
const chinese = /\p{Script=Han}/u

function isShortForm(name: string, list: FullNameList): boolean {
  const endings = endingsOf[list]
  if (name === '' || endings.length === 0) return false
  if (!chinese.test(name)) return initials.test(name)
  // «测试大学（东区）» ends as «测试大学» does.
  const core = name.replace(trailingBrackets, '').trimEnd()
  if (shortOffice.test(core)) return true
  return !endings.some(({ ends, before }) => {
    const found = ends.exec(core)
    return found !== null && [...core.slice(0, found.index)].length >= before
  })
}

// Of full-width signs only those that a machine would compare; commas and brackets of Chinese stay as printed.
const meantHalfWidth = /^[0-9A-Za-z\-./&+#]$/

function signHint(signs: readonly string[], position: number): FullNameHint | null {
  const sign = signs[position] ?? ''
  const found = suspicionOfSign(signs, position, 'issuer')
  if (!found || found.code === 'lower-case-x') return null
  // Names in Latin letters have blanks of their own.
  if (found.code === 'blank-inside' && !suspicionOfSign(signs, position, 'name')) return null
  if (found.code === 'full-width' && !meantHalfWidth.test(found.meant)) return null
  return { code: found.code, sign, position, meant: found.meant }
}

/**
 * What to point out in the name of a school, unit, institution, committee or specialty while it is typed: full-width
 * letters and digits, blanks, look-alike dashes and dots, invisible signs, in the order of the text; then whether the
 * whole looks like a short form (R4.6, G5). Hints, no verdict: both kinds of brackets pass, and no full form is guessed.
 */
export function fullNameHints(text: string, list: FullNameList): readonly FullNameHint[] {
  const signs = [...text]
  const hints = signs.flatMap((_, position) => signHint(signs, position) ?? [])
  return isShortForm(cleanFullName(text), list) ? [...hints, { code: 'short-form' }] : hints
}

/** A name without control and invisible signs and without blanks at its ends; nothing else of it changes (R4.6). */
export function cleanFullName(text: string): string {
  return text.replace(/[\p{Cc}\u200B-\u200D\u2060\uFEFF\u00AD]/gu, '').trim()
}

const signWords: Record<Exclude<FullNameHint['code'], 'short-form'>, Words> = {
  'full-width': { zh: '是全角字符', en: 'is full-width' },
  'blank-at-end': { zh: '是首尾空格', en: 'is a blank at the edge' },
  'blank-inside': { zh: '是空格', en: 'is a blank' },
  'dot-look-alike': { zh: '不是常用的间隔号“·”', en: 'is not the usual dot “·”' },
  'dash-look-alike': { zh: '不是半角连字符“-”', en: 'is not the plain hyphen “-”' },
  invisible: { zh: '是看不见的字符', en: 'is invisible' },
}

/** What is said under the field that bears this label. */
export function fullNameHintWords(hint: FullNameHint, label: Words): Words {
  if (hint.code === 'short-form')
    return {
      zh: `${label.zh}疑似简称，请按证书填写全称。`,
      en: `${label.en} looks like a short form: enter the full name as printed.`,
    }
  const shown = hint.sign.trim() === '' || hint.code === 'invisible' ? '' : `“${hint.sign}”`
  const said = signWords[hint.code]
  return {
    zh: `第 ${hint.position + 1} 个字符${shown}${said.zh}，请与证书核对。`,
    en: `Character ${hint.position + 1}${shown && ` ${shown}`} ${said.en}: compare it with the certificate.`,
  }
}

/** What each list holds, on the administrators' screen. */
export const fullNameListWords: Record<FullNameList, Words> = {
  schools: { zh: '学校', en: 'Schools' },
  specialties: { zh: '专业', en: 'Specialties' },
  units: { zh: '单位', en: 'Units' },
  issuers: { zh: '制（发）证机构', en: 'Issuing institutions' },
  committees: { zh: '评审委员会', en: 'Review committees' },
}

/** Whether a text names one of the lists. */
export const isFullNameList = (text: string): text is FullNameList =>
  (fullNameLists as readonly string[]).includes(text)
