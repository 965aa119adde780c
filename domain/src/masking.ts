const stars = (count: number) => '*'.repeat(Math.max(count, 0))

/** Keeps so many code points at either end, stars between; all stars when nothing would be hidden. */
function maskBetween(text: string, first: number, last: number): string {
  const signs = [...text]
  const hidden = signs.length - first - last
  if (hidden <= 0) return stars(signs.length)
  return `${signs.slice(0, first).join('')}${stars(hidden)}${last > 0 ? signs.slice(-last).join('') : ''}`
}

/**
 * 310101199001010012 → 310101********0012: of 18 characters the first six and the last four stay (R12.2). Of any
 * other length, where a birth date may stand elsewhere, the first three and the last two; short texts go whole.
 */
export const maskNumber = (number: string): string =>
  [...number].length === 18 ? maskBetween(number, 6, 4) : maskBetween(number, 3, 2)

/** 13512345670 → 135****5670; any text that has not 11 signs becomes stars whole (R12.2). */
export const maskMobile = (mobile: string): string =>
  [...mobile].length === 11 ? maskBetween(mobile, 3, 4) : maskBetween(mobile, 0, 0)

/** 13512345670 → 135****0, as the phone-change page shows the old number (R3.8, guide G26); else stars. */
export const maskMobileShort = (mobile: string): string =>
  [...mobile].length === 11 ? `${mobile.slice(0, 3)}****${mobile.slice(-1)}` : maskBetween(mobile, 0, 0)

/** 张三丰 → 张**: the first code point stays, each other becomes a star; a name of one becomes a star (R12.2). */
export const maskName = (name: string): string => maskBetween(name, 1, 0)

/** 上海市黄浦区… → the first three code points and stars, at most six of them: the rest tells too much (R12.2). */
export const maskAddress = (address: string): string => maskBetween([...address].slice(0, 9).join(''), 3, 0)

/** 1990-01-01 → 1990-**-** (R12.2); all stars for any other text. */
export const maskBirthDate = (date: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date.slice(0, 4)}-**-**` : maskBetween(date, 0, 0)
