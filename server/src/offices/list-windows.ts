import type { WindowView } from '@zhuji/contract/portal.ts'
import type { Context } from '../platform/context.ts'
import { openWindows } from './repository.ts'
import { districtNames } from './shanghai.ts'

/** The open service windows with their district's name, the city's hall first (R9.2). */
export async function listOpenWindows(ctx: Context): Promise<WindowView[]> {
  const windows = await openWindows(ctx.db)
  return windows.map((window) => ({
    ...window,
    district: districtNames.get(window.district) ?? window.district,
  }))
}
