import type { FullNameList } from '@zhuji/domain/record-declaration.ts'
import type { Context } from '../platform/context.ts'
import { findSuggestions } from './repository.ts'

/** Full names that begin with or contain the text: verified for several people, or imported, never invented (R4.6). */
export function suggestFullNames(ctx: Context, list: FullNameList, text: string): Promise<string[]> {
  return findSuggestions(ctx.db, list, text)
}
