import { type FeedLine, feedLineSchemas, type RejectedLine } from '@zhuji/contract/feeds.ts'
import type { FeedSource, LineFault } from '@zhuji/domain/feed-lines.ts'

/** A line of whichever source, as far as all are alike. */
interface AnyLine {
  number: number
  sourceKey: string
  document?: { number: string }
}

/** Lines apart: those to go on with, and why the others do not. */
export interface Sorted<Line> {
  good: Line[]
  bad: RejectedLine[]
}

export const rejected = (
  { number }: { number: number },
  reason: LineFault,
  fields: readonly string[] = [],
): RejectedLine => ({ number, reason, fields: [...fields] })

/** Lets on what this rule finds no fault with. */
export function sorted<Line extends { number: number }>(
  lines: readonly Line[],
  fault: (line: Line) => RejectedLine | null,
): Sorted<Line> {
  const good: Line[] = []
  const bad: RejectedLine[] = []
  for (const line of lines) {
    const found = fault(line)
    if (found) bad.push(found)
    else good.push(line)
  }
  return { good, bad }
}

/** The lines that have their source's form, each source key once, and none that names a person by its key (R11.1). */
export function sortByForm<S extends FeedSource>(source: S, lines: readonly unknown[]): Sorted<FeedLine<S>> {
  const schema = feedLineSchemas[source]
  const good: FeedLine<S>[] = []
  const bad: RejectedLine[] = []
  const keys = new Set<string>()
  for (const [at, raw] of lines.entries()) {
    const parsed = schema.safeParse(raw)
    if (!parsed.success) {
      const fields = new Set(parsed.error.issues.map(({ path }) => path.join('.')).filter(Boolean))
      bad.push(rejected({ number: numberOf(raw, at) }, 'malformed', [...fields]))
      continue
    }
    const fault = keyFault(parsed.data, keys)
    if (fault) bad.push(rejected(parsed.data, fault))
    else good.push(parsed.data as FeedLine<S>)
  }
  return { good, bad }
}

function keyFault({ sourceKey, document }: AnyLine, keys: Set<string>): LineFault | null {
  // Keys lie plain: a document number among them would be a number unsealed.
  if (document && sourceKey.toUpperCase().includes(document.number)) return 'key-names-person'
  if (keys.has(sourceKey)) return 'line-repeated'
  keys.add(sourceKey)
  return null
}

function numberOf(raw: unknown, at: number): number {
  const number = typeof raw === 'object' && raw !== null && 'number' in raw ? raw.number : null
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : at + 1
}
