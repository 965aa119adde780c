import type { FullNameImport } from '@zhuji/contract/full-names.ts'
import type { Context } from '../platform/context.ts'
import { findImports } from './repository.ts'

/** The imported lists, newest first: public names, no person's data. */
export function listImports(ctx: Context): Promise<FullNameImport[]> {
  return findImports(ctx.db)
}
