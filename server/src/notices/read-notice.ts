import type { NoticeView } from '@zhuji/contract/notices.ts'
import type { Context } from '../platform/context.ts'
import { notFound } from '../platform/refused-error.ts'
import { findNotice } from './repository.ts'

/** The processing notice in force; null before the first one's day. */
export const findCurrentNotice = async (ctx: Context): Promise<NoticeView | null> =>
  (await findNotice(ctx.db, ctx.today())) ?? null

/** The same for those who cannot do without: 404 where there is none (R12.5). */
export async function readNotice(ctx: Context): Promise<NoticeView> {
  const notice = await findCurrentNotice(ctx)
  if (!notice) throw notFound()
  return notice
}
