/** The fields that a person types to equal the card (R3.1). */
export type ComparedField = 'name' | 'number' | 'address' | 'issuer'

export type SignSuspicion =
  | 'full-width'
  | 'blank-at-end'
  | 'blank-inside'
  | 'dot-look-alike'
  | 'dash-look-alike'
  | 'invisible'
  | 'lower-case-x'

interface SuspectSign {
  code: SignSuspicion
  /** The sign probably meant; empty for none. */
  meant: string
}

const blank = /^[\s\u0085\u180E\u2800\u3164]$/u
const invisible = /^[\p{Cc}\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]$/u
/** Typed for the dot of names, U+00B7 (民委发〔2016〕33号). */
const dots = '•‧・･⋅∙᛫●⸱'
/** Full stops stand for it in names only; in an address one may be meant. */
const stops = '.．。｡'
const dashes = '‐‑‒–—―−﹘﹣─⁃ー'

/** Full-width ASCII, U+FF01–FF5E, to the sign it copies; null for any other sign. */
function halfWidthOf(sign: string): string | null {
  const code = sign.codePointAt(0) ?? 0
  return code >= 0xff01 && code <= 0xff5e ? String.fromCodePoint(code - 0xfee0) : null
}

function blankSuspicion(
  signs: readonly string[],
  position: number,
  field: ComparedField,
): SuspectSign | null {
  // The byte order mark counts as white space in JavaScript, yet nobody sees it.
  const isShown = (sign: string) => !(blank.test(sign) || invisible.test(sign))
  const atEnd = !(signs.slice(0, position).some(isShown) && signs.slice(position + 1).some(isShown))
  if (atEnd) return { code: 'blank-at-end', meant: '' }
  if (field !== 'name') return { code: 'blank-inside', meant: '' }

  // English names have blanks of their own; Chinese ones have none, nor does the dot.
  const isEnglish = [signs[position - 1], signs[position + 1]].every((sign) => /^[!-~]$/.test(sign ?? ''))
  if (!isEnglish) return { code: 'blank-inside', meant: '' }
  return signs[position] === ' ' ? null : { code: 'blank-inside', meant: ' ' }
}

function lookAlike(sign: string, field: ComparedField): SuspectSign | null {
  if (field === 'name' && stops.includes(sign)) return { code: 'dot-look-alike', meant: '·' }
  const half = halfWidthOf(sign)
  if (half !== null) return { code: 'full-width', meant: field === 'number' ? half.toUpperCase() : half }
  if (field === 'number') return sign === 'x' ? { code: 'lower-case-x', meant: 'X' } : null
  if (dots.includes(sign)) return { code: 'dot-look-alike', meant: '·' }
  return dashes.includes(sign) ? { code: 'dash-look-alike', meant: '-' } : null
}

/**
 * What is suspicious about one sign among the code points typed, and the sign probably meant; null when nothing
 * is (R3.2, guide G19). A blank is suspicious at either end, anywhere in a number, address or issuer, and in a
 * name unless two printable ASCII signs enclose a U+0020. A plain full stop is suspicious in names only.
 */
export function suspicionOfSign(
  signs: readonly string[],
  position: number,
  field: ComparedField,
): SuspectSign | null {
  const sign = signs[position] ?? ''
  if (sign === '\uFEFF') return { code: 'invisible', meant: '' }
  if (blank.test(sign)) return blankSuspicion(signs, position, field)
  if (invisible.test(sign)) return { code: 'invisible', meant: '' }
  return lookAlike(sign, field)
}
