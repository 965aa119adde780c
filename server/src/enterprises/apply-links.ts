import { type EmploymentFacts, stepOfLine } from '@zhuji/domain/employments.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { addLinks, endLinks, type LinkRow, lockLinks, type NewLink } from './repository.ts'

/** What a feed says of one person at one enterprise. */
export interface FedLink extends EmploymentFacts {
  personId: string
  sourceKey: string
  ended: boolean
}

const keyOf = ({ personId, sourceKey }: Pick<FedLink, 'personId' | 'sourceKey'>) => `${personId} ${sourceKey}`

/** Begins, ends and replaces links as the feed says; gives whose employments are other than before (R4.9, R11.4). */
export async function applyLinks(tx: Tx, batchId: string, fed: readonly FedLink[]): Promise<string[]> {
  const kept = new Map<string, LinkRow>()
  for (const row of await lockLinks(
    tx,
    fed.map(({ personId, sourceKey }) => ({ personId, sourceKey })),
  ))
    kept.set(keyOf(row), row)

  const over: { personId: string; id: string }[] = []
  const begun: NewLink[] = []
  for (const { ended, ...facts } of fed) {
    const before = kept.get(keyOf(facts))
    const step = stepOfLine(before, { ...facts, ended })
    if (before && (step === 'end' || step === 'replace'))
      over.push({ personId: before.personId, id: before.id })
    if (step === 'begin' || step === 'replace') begun.push({ ...facts, id: newId() })
  }
  await endLinks(tx, batchId, over)
  await addLinks(tx, batchId, begun)
  return [...new Set([...over, ...begun].map(({ personId }) => personId))]
}
