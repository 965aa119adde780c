import type { Jobs } from '@zhuji/contract/jobs.ts'
import { systemActor, withActor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { deliver } from '../deliver.ts'
import { codeText } from '../message-texts.ts'
import { digitsOf } from './digits.ts'
import { findUnsentCode, markCodeSent } from './repository.ts'

/** Makes the code now and hands it to the gateway; the job carried ids only (R3.4). */
export async function sendCode(ctx: Context, { personId, codeId }: Jobs['send-code']): Promise<void> {
  const actor = systemActor()
  const code = await withActor(ctx, actor, async (tx) => findUnsentCode(ctx.keys, tx, personId, codeId))
  if (!code) return
  const text = codeText(code.purpose, digitsOf(ctx.keys, codeId))
  await deliver(ctx, actor, { personId, messageId: codeId, mobile: code.mobile, text }, markCodeSent)
}
