import { monthsUpTo } from '@zhuji/domain/social-security.ts'
import { systemActor, withActor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { sweepMonths } from './repository.ts'

const keptMonths = 24

/** Of people never collected, months are kept for 24 at most, and no key without a month (R11.2). */
export async function sweepUncollected(ctx: Context): Promise<void> {
  const oldest = monthsUpTo(ctx.today(), keptMonths).at(-1)
  await withActor(ctx, systemActor(), async (tx) => sweepMonths(tx, `${oldest}-01`))
}
