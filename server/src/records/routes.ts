import * as contract from '@zhuji/contract/records.ts'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../platform/context.ts'
import { implement } from '../platform/http/implement.ts'
import { addRecord } from './add-record.ts'
import { deleteRecord } from './delete-record.ts'
import { editRecord } from './edit-record.ts'
import { readHistory } from './read-history.ts'
import { profileTag, readProfile } from './read-profile.ts'
import { windowRoutes } from './window-routes.ts'

export function recordRoutes(app: FastifyInstance, ctx: Context): void {
  implement(
    app,
    ctx,
    contract.readProfile,
  )(async ({ actor, params, request, reply }) => {
    // Kept by the person's own browser, asked for again each time.
    reply.header('cache-control', 'private, no-cache')
    const known = request.profileVersion && profileTag(request.profileVersion)
    if (known && namesTag(request.headers['if-none-match'], known))
      return reply.header('etag', known).code(304).send()
    const { tag, json } = await readProfile(ctx, actor, params.personId)
    return reply.header('etag', tag).type('application/json; charset=utf-8').send(json)
  })
  implement(
    app,
    ctx,
    contract.addRecord,
  )(({ actor, params, body }) => addRecord(ctx, actor, params.personId, { id: body.id, ...body.record }))
  implement(
    app,
    ctx,
    contract.editRecord,
  )(({ actor, params, body }) =>
    editRecord(ctx, actor, params.personId, params.recordId, { version: body.version, ...body.record }),
  )
  implement(
    app,
    ctx,
    contract.deleteRecord,
  )(async ({ actor, params, query }) => {
    await deleteRecord(ctx, actor, params.personId, params.recordId, query.version)
    return undefined
  })
  implement(
    app,
    ctx,
    contract.readHistory,
  )(async ({ actor, params }) => ({
    entries: await readHistory(ctx, actor, params.personId, params.recordId),
  }))
  windowRoutes(app, ctx)
}

const namesTag = (header: string | undefined, tag: string): boolean =>
  header?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag) ?? false
