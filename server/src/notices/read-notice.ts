import type { NoticeView } from '@zhuji/contract/notices.ts'
import type { Context } from '../platform/context.ts'
import { notFound } from '../platform/refused-error.ts'
import { findNotice } from './repository.ts'

/** The processing notice in force, for everybody (R12.5). */
export async function readNotice(ctx: Context): Promise<NoticeView> {
  const notice = await findNotice(ctx.db, ctx.today())
  if (!notice) throw notFound()
  return notice
}
