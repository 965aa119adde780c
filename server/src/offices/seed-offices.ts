import { type Actor, withActor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { addOffices } from './repository.ts'
import { shanghaiDepartments, shanghaiWindows } from './shanghai.ts'

/** The departments and windows of the city; what is there already stays as it is. */
export async function seedOffices(ctx: Context, actor: Actor): Promise<void> {
  const departments = shanghaiDepartments.map((department) => ({ id: newId(), ...department }))
  const windows = shanghaiWindows.map((window) => ({ id: newId(), ...window }))
  await withActor(ctx, actor, (tx) => addOffices(tx, departments, windows))
}
