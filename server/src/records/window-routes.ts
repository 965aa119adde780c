import * as contract from '@zhuji/contract/verification.ts'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../platform/context.ts'
import { implement } from '../platform/http/implement.ts'
import { cancelVerification } from './cancel-verification.ts'
import { findPerson } from './find-person.ts'
import { readVerificationWork } from './read-verification-work.ts'
import { refuseOriginal } from './refuse-original.ts'
import { verifyOriginal } from './verify-original.ts'

/** What the windows do with records. */
export function windowRoutes(app: FastifyInstance, ctx: Context): void {
  implement(
    app,
    ctx,
    contract.findPerson,
  )(async ({ actor, body }) => ({
    person: await findPerson(ctx, actor, body),
  }))
  implement(
    app,
    ctx,
    contract.readVerificationWork,
  )(({ actor, params }) => readVerificationWork(ctx, actor, params.personId))
  implement(
    app,
    ctx,
    contract.verifyOriginal,
  )(({ actor, params, body }) => verifyOriginal(ctx, actor, params.personId, params.recordId, body))
  implement(
    app,
    ctx,
    contract.refuseOriginal,
  )(({ actor, params, body }) => refuseOriginal(ctx, actor, params.personId, params.recordId, body))
  implement(
    app,
    ctx,
    contract.cancelVerification,
  )(({ actor, params, body }) => cancelVerification(ctx, actor, params.personId, params.recordId, body))
}
