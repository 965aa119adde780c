import type { NoticeView } from '@zhuji/contract/notices.ts'
import { type Actor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { conflict } from '../platform/refused-error.ts'
import { insertNotice } from './repository.ts'

/** A new version of the processing notice: from its day on everybody is asked again (R12.5). */
export function publishNotice(ctx: Context, actor: Actor, notice: NoticeView): Promise<void> {
  return withActor(ctx, actor, async (tx) => {
    if (!(await insertNotice(tx, notice))) throw conflict({ code: 'notice-version-taken' })
    const { version, inForceFrom } = notice
    await recordAudit(ctx, tx, actor, { act: 'notice.published', details: { version, inForceFrom } })
  })
}
