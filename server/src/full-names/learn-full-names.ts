import type { Jobs } from '@zhuji/contract/jobs.ts'
import { cleanFullName, fullNameHints } from '@zhuji/domain/full-names.ts'
import type { Field, FullNameList } from '@zhuji/domain/record-declaration.ts'
import { kindOf, recordKindNames } from '@zhuji/domain/record-kinds.ts'
import { systemActor, withActor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { lockConfirmedNames, lockLearning, type NameField, renewWitness } from './repository.ts'

/** Every declared field that takes a full name and stays plain. */
const nameFields: readonly NameField[] = recordKindNames.flatMap((kind) =>
  Object.entries(kindOf(kind).fields).flatMap(([field, declared]) => {
    const list = listOf(declared)
    return list ? { kind, field, list } : []
  }),
)

function listOf(field: Field) {
  return field.type === 'text' && !field.sealed ? field.fullName : undefined
}

const hasSuspiciousSign = (name: string, list: FullNameList) =>
  fullNameHints(name, list).some(({ code }) => code !== 'short-form')

/**
 * Counts a person for the names that windows confirmed in their records, as those stand now: after a verification
 * one comes, after its cancellation it goes. A name with a suspicious sign teaches nothing (R4.6). Repeatable.
 */
export async function learnFullNames(ctx: Context, { personId }: Jobs['learn-full-names']): Promise<void> {
  await withActor(ctx, systemActor(), async (tx) => {
    await lockLearning(tx, personId)
    const confirmed = await lockConfirmedNames(tx, personId, nameFields)
    const names = confirmed
      .map(({ list, name }) => ({ list, name: cleanFullName(name) }))
      .filter(({ list, name }) => name !== '' && !hasSuspiciousSign(name, list))
    await renewWitness(tx, personId, names)
  })
}
