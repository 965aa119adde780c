export interface TextRun {
  text: string
  /** No font draws it: to be shown as a box with its code point. */
  isUndrawn: boolean
  /** Where it begins in the text. */
  at: number
}

const undrawn = /[\p{Co}\p{Cs}\uFFFD]/gu

/** U+E863, as it is looked up in the tables of rare characters. */
export const codePointOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Splits a text as read from a card into what fonts draw and the private-use characters that none does (R2.7). */
export function textRuns(text: string): readonly TextRun[] {
  const runs: TextRun[] = []
  let from = 0
  for (const { 0: character, index } of text.matchAll(undrawn)) {
    if (index > from) runs.push({ text: text.slice(from, index), isUndrawn: false, at: from })
    runs.push({ text: character, isUndrawn: true, at: index })
    from = index + character.length
  }
  if (from < text.length) runs.push({ text: text.slice(from), isUndrawn: false, at: from })
  return runs
}
