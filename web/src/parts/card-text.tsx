import { codePointOf, textRuns } from './text-runs.ts'
import './card-text.css'

/** A name or address as read from a card; a character without a glyph is a box with its code point (R2.7). */
export function CardText({ text }: { text: string }) {
  return textRuns(text).map(({ text: run, isUndrawn, at }) =>
    isUndrawn ? (
      <span key={at} className="undrawn">
        ▯{codePointOf(run)}
      </span>
    ) : (
      <span key={at}>{run}</span>
    ),
  )
}
