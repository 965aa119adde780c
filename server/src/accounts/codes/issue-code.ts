import type { CodePurpose } from '@zhuji/domain/dynamic-password.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Mobile } from '../mobile.ts'
import { insertCode } from './repository.ts'

/**
 * A code for a person's phone, sent by the queue. Without a person nothing goes out, and nobody can tell: the same
 * statements run, and the job finds no code (R3.3).
 */
export async function issueCode(
  ctx: Context,
  tx: Tx,
  to: { personId: string | null; purpose: CodePurpose; mobile: Mobile; browser: Buffer },
): Promise<void> {
  const personId = to.personId ?? newId()
  const codeId = newId()
  await insertCode(ctx.keys, tx, {
    personId,
    codeId,
    purpose: to.purpose,
    mobile: to.mobile.digits,
    mobileIndex: to.mobile.index,
    browser: to.browser,
    goesOut: to.personId !== null,
  })
  await ctx.queue.enqueue(tx, 'send-code', { personId, codeId }, codeId)
}
