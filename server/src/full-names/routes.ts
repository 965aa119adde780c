import * as contract from '@zhuji/contract/full-names.ts'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../platform/context.ts'
import { implement } from '../platform/http/implement.ts'
import { addNames } from './add-names.ts'
import { completeImport } from './complete-import.ts'
import { listImports } from './list-imports.ts'
import { startImport } from './start-import.ts'
import { suggestFullNames } from './suggest-full-names.ts'
import { withdrawImport } from './withdraw-import.ts'

/** Full names offered while typing, and the lists that administrators import. */
export function fullNameRoutes(app: FastifyInstance, ctx: Context): void {
  implement(
    app,
    ctx,
    contract.suggestFullNames,
  )(async ({ query }) => ({
    names: await suggestFullNames(ctx, query.list, query.q),
  }))
  implement(app, ctx, contract.listFullNameImports)(async () => ({ imports: await listImports(ctx) }))
  implement(app, ctx, contract.startFullNameImport)(({ actor, body }) => startImport(ctx, actor, body))
  implement(
    app,
    ctx,
    contract.sendFullNames,
  )(({ actor, params, body }) => addNames(ctx, actor, params.importId, body.names))
  implement(
    app,
    ctx,
    contract.completeFullNameImport,
  )(({ actor, params, body }) => completeImport(ctx, actor, params.importId, body.names))
  implement(
    app,
    ctx,
    contract.withdrawFullNameImport,
  )(({ actor, params, body }) => withdrawImport(ctx, actor, params.importId, body.reason))
}
