import * as contract from '@zhuji/contract/basic-information.ts'
import type { FastifyInstance } from 'fastify'
import { endEmployment } from '../enterprises/end-employment.ts'
import type { Context } from '../platform/context.ts'
import { asPicture } from '../platform/http/as-picture.ts'
import { implement } from '../platform/http/implement.ts'
import { readBasicInformation } from './read-basic-information.ts'
import { readPortrait } from './read-portrait.ts'

export function basicInformationRoutes(app: FastifyInstance, ctx: Context): void {
  implement(
    app,
    ctx,
    contract.readBasicInformation,
  )(({ actor, params }) => readBasicInformation(ctx, actor, params.personId))
  implement(
    app,
    ctx,
    contract.readPortrait,
  )(async ({ actor, params, reply }) => {
    const bytes = await readPortrait(ctx, actor, params.personId)
    asPicture(reply, 'image/jpeg')
    return bytes
  })
  implement(
    app,
    ctx,
    contract.endEmployment,
  )(({ actor, params }) => endEmployment(ctx, actor, params.personId, params.employmentId))
}
