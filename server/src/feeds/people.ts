import { type DocumentKind, isPlausibleNumber } from '@zhuji/domain/feed-lines.ts'
import { identityOf } from '../card-reads/identity.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { addIdentities, findIdentities, lockPeople } from './repository.ts'
import { rejected, type Sorted, sorted } from './sort-lines.ts'

interface PersonLine {
  number: number
  document: { kind: DocumentKind; number: string }
}
type OfPerson<Line> = Line & { personId: string }

/** Lines of people whose card was read, under the lock of each; of others nothing is kept (R11.2). */
export async function ofCollected<Line extends PersonLine>(
  ctx: Context,
  tx: Tx,
  lines: readonly Line[],
): Promise<Sorted<OfPerson<Line>>> {
  const known = await directory(ctx, tx, lines)
  await lockPeople(tx, [...new Set([...known.values()].filter((one) => one.collected).map(idOf))])
  const { good, bad } = sorted(lines, (line) =>
    known.get(line.document.number)?.collected ? null : rejected(line, 'not-collected'),
  )
  return { good: withPeople(good, known), bad }
}

/** Lines of anybody: who is not in the directory enters it, so that the line carries a person_id from birth (R11.2). */
export async function ofAnybody<Line extends PersonLine>(
  ctx: Context,
  tx: Tx,
  lines: readonly Line[],
): Promise<Sorted<OfPerson<Line>>> {
  const before = await directory(ctx, tx, lines)
  const { good, bad } = sorted(lines, ({ document, number }) =>
    before.has(document.number) || isPlausibleNumber(document)
      ? null
      : rejected({ number }, 'number-not-valid'),
  )
  const strangers = [...new Set(good.map(numberOf))].filter((number) => !before.has(number))
  if (strangers.length > 0)
    await addIdentities(
      tx,
      strangers.map((number) => ({ ...identityOf(ctx.keys, number), personId: newId() })),
    )
  // Another batch or a card may have brought some of them meanwhile: whose they are, the directory says.
  const known = strangers.length > 0 ? await directory(ctx, tx, good) : before
  await lockPeople(tx, [...new Set([...known.values()].filter((one) => one.collected).map(idOf))])
  return { good: withPeople(good, known), bad }
}

const idOf = ({ personId }: { personId: string }): string => personId
const numberOf = ({ document }: PersonLine): string => document.number

/** Who is known by these numbers; a number is worth the same whatever kind of document bears it. */
async function directory(ctx: Context, tx: Tx, lines: readonly PersonLine[]) {
  const numbers = [...new Set(lines.map(numberOf))]
  const keys = numbers.map((number) => ({ number, ...identityOf(ctx.keys, number) }))
  const byIndex = new Map(keys.map(({ index, number }) => [index.toString('hex'), number]))
  const [first] = keys
  if (!first) return new Map<string, { personId: string; collected: boolean }>()
  const found = await findIdentities(
    tx,
    first,
    keys.map(({ index }) => index),
  )
  return new Map(found.map(({ index, ...one }) => [byIndex.get(index.toString('hex')) as string, one]))
}

const withPeople = <Line extends PersonLine>(
  lines: readonly Line[],
  known: ReadonlyMap<string, { personId: string }>,
): OfPerson<Line>[] =>
  lines.map((line) => ({ ...line, personId: known.get(line.document.number)?.personId as string }))
