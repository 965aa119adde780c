import * as contract from '@zhuji/contract/records.ts'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../platform/context.ts'
import { asPicture } from '../platform/http/as-picture.ts'
import { implement } from '../platform/http/implement.ts'
import { addScan } from './add-scan.ts'
import { readScan } from './read-scan.ts'
import { removeScan } from './remove-scan.ts'
import { reorderScans } from './reorder-scan.ts'

export function scanRoutes(app: FastifyInstance, ctx: Context): void {
  implement(
    app,
    ctx,
    contract.addScan,
  )(({ actor, params, query, body }) =>
    addScan(ctx, actor, params.personId, { ...params, ...query, bytes: body }),
  )
  implement(
    app,
    ctx,
    contract.removeScan,
  )(({ actor, params }) => removeScan(ctx, actor, params.personId, params))
  implement(
    app,
    ctx,
    contract.reorderScans,
  )(({ actor, params, body }) => reorderScans(ctx, actor, params.personId, { ...params, order: body.pages }))
  implement(
    app,
    ctx,
    contract.readScan,
  )(async ({ actor, params, reply }) => {
    const bytes = await readScan(ctx, actor, params)
    asPicture(reply, 'image/jpeg')
    return bytes
  })
}
