import * as contract from '@zhuji/contract/signatures.ts'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../platform/context.ts'
import { asPicture } from '../platform/http/as-picture.ts'
import { implement } from '../platform/http/implement.ts'
import { fileSignature } from './file-signature.ts'
import { printForm } from './print-form.ts'
import { readPicture } from './read-picture.ts'
import { seeSignatures } from './see-signatures.ts'
import { uploadSignature } from './upload-signature.ts'

export function signatureRoutes(app: FastifyInstance, ctx: Context): void {
  implement(
    app,
    ctx,
    contract.printSignatureForm,
  )(({ actor, params }) => printForm(ctx, actor, params.personId))
  implement(
    app,
    ctx,
    contract.readSignatures,
  )(async ({ actor, params }) => ({ signatures: await seeSignatures(ctx, actor, params.personId) }))
  implement(
    app,
    ctx,
    contract.uploadSignature,
  )(({ actor, params, body }) => uploadSignature(ctx, actor, params.personId, body))
  implement(
    app,
    ctx,
    contract.fileSignature,
  )(({ actor, params, body }) =>
    fileSignature(ctx, actor, params.personId, { signatureId: params.signatureId, digits: body.code }),
  )
  implement(
    app,
    ctx,
    contract.readCutOut,
  )(async ({ actor, params, reply }) => {
    const bytes = await readPicture(ctx, actor, params, 'cut_out')
    asPicture(reply, 'image/png')
    return bytes
  })
  implement(
    app,
    ctx,
    contract.readFormScan,
  )(async ({ actor, params, reply }) => {
    const bytes = await readPicture(ctx, actor, params, 'scan')
    asPicture(reply, 'image/jpeg')
    return bytes
  })
}
