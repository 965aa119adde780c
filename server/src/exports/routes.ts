import { exportFileName, exportInformation } from '@zhuji/contract/exports.ts'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../platform/context.ts'
import { implement } from '../platform/http/implement.ts'
import { archiveOf } from './archive.ts'
import { exportAll } from './export-information.ts'

export function exportRoutes(app: FastifyInstance, ctx: Context): void {
  implement(
    app,
    ctx,
    exportInformation,
  )(async ({ actor, params, body, reply }) => {
    const files = await exportAll(ctx, actor, { ...params, ...body })
    reply.headers({
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${exportFileName}"`,
      'cache-control': 'private, no-store',
    })
    return archiveOf(files)
  })
}
