import { cleanFullName } from './full-names.ts'
import type { Words } from './words.ts'

/** As long as the longest field that takes a name. */
export const longestFullName = 100

export const lineFaults = ['blank', 'too-long', 'control-characters', 'duplicate'] as const
export type LineFault = (typeof lineFaults)[number]

export const lineFaultWords: Record<LineFault, Words> = {
  blank: { zh: '空行', en: 'Blank' },
  'too-long': { zh: `超过${longestFullName}个字`, en: `Over ${longestFullName} characters` },
  'control-characters': { zh: '含控制字符', en: 'Has control characters' },
  duplicate: { zh: '与前面的行重复', en: 'Same as an earlier line' },
}

export interface RejectedLine {
  /** Counted from 1, as a spreadsheet does. */
  line: number
  text: string
  fault: LineFault
}

export interface CheckedLines {
  names: readonly string[]
  rejected: readonly RejectedLine[]
}

const unwanted = /[\p{Cc}\p{Cs}\uFFFD]/u

function faultOf(text: string, name: string, before: ReadonlySet<string>): LineFault | null {
  if (name === '') return 'blank'
  // A sign that stands for unreadable bytes tells of another encoding.
  if (unwanted.test(text.trim())) return 'control-characters'
  if ([...name].length > longestFullName || name.length > longestFullName) return 'too-long'
  return before.has(name) ? 'duplicate' : null
}

/**
 * The lines of a list that an administrator imports, told apart: names to take, each once and cleaned, and lines that
 * are not taken, with the reason (R4.6). `first` is the number of the first line in its file.
 */
export function checkFullNameLines(lines: readonly string[], first = 1): CheckedLines {
  const names = new Set<string>()
  const rejected: RejectedLine[] = []
  for (const [at, text] of lines.entries()) {
    const name = cleanFullName(text)
    const fault = faultOf(text, name, names)
    if (fault) rejected.push({ line: first + at, text, fault })
    else names.add(name)
  }
  return { names: [...names], rejected }
}

/** Names in portions of at most so many, and of at most so many bytes of UTF-8 each. */
export function inPortions(names: readonly string[], most: number, mostBytes: number): readonly string[][] {
  const portions: string[][] = []
  let bytes = 0
  for (const name of names) {
    const size = utf8Length(name)
    const last = portions.at(-1)
    if (!last || last.length >= most || bytes + size > mostBytes) {
      portions.push([name])
      bytes = size
    } else {
      last.push(name)
      bytes += size
    }
  }
  return portions
}

function utf8Length(text: string): number {
  let bytes = 0
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
