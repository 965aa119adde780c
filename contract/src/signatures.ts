import { cardKinds } from '@zhuji/domain/card-facts.ts'
import { uploadStates } from '@zhuji/domain/signature-states.ts'
import { z } from 'zod'
import { FreshCode } from './fresh-codes.ts'
import { addScan, personParams } from './records.ts'
import { route } from './route.ts'

export const signatureParams = personParams.extend({ signatureId: z.uuid() })

/** One accepted upload, with the signature cut out of it. */
export const SignatureView = z
  .object({
    id: z.uuid(),
    state: z.enum(uploadStates),
    uploadedAt: z.iso.datetime(),
    filedAt: z.iso.datetime().nullable(),
    scan: z.object({ bytes: z.int(), width: z.int(), height: z.int(), dpi: z.int() }),
    cutOut: z.object({ width: z.int(), height: z.int() }),
  })
  .meta({ id: 'Signature' })
export type SignatureView = z.infer<typeof SignatureView>

/** What the printed form 签名信息采集表 says (G63), and the code that binds it to its person (R10.2). */
export const printSignatureForm = route({
  method: 'POST',
  path: '/api/persons/:personId/signature-form',
  act: 'write-signature',
  summary: 'The form 签名信息采集表 to print; asked again it is the same form',
  params: personParams,
  response: z.object({
    name: z.string(),
    documentKind: z.enum(cardKinds),
    number: z.string(),
    code: z.string(),
  }),
})

export const readSignatures = route({
  method: 'GET',
  path: '/api/persons/:personId/signatures',
  act: 'read-signature',
  summary: 'The person’s signatures, newest first; none is ever deleted',
  params: personParams,
  response: z.object({ signatures: z.array(SignatureView) }),
})

/** The whole form as a scan; it waits for the person's word until it is filed (R10.2). */
export const uploadSignature = route({
  method: 'POST',
  path: '/api/persons/:personId/signatures',
  act: 'write-signature',
  summary: 'Upload the signed form; the signature is cut out of it',
  params: personParams,
  bytes: { body: 'image/jpeg' },
  status: 201,
  response: z.object({
    signature: SignatureView,
    removed: addScan.response.shape.removed,
    warnings: addScan.response.shape.warnings,
  }),
})

/** The person confirms the newest upload with a fresh code: it becomes the filed reference (R10.3, R3.4). */
export const fileSignature = route({
  method: 'POST',
  path: '/api/persons/:personId/signatures/:signatureId/filing',
  act: 'write-signature',
  summary: 'Confirm the cut-out signature as the filed one',
  params: signatureParams,
  body: z.strictObject({ code: FreshCode }),
  status: 201,
  response: SignatureView,
})

export const readCutOut = route({
  method: 'GET',
  path: '/api/persons/:personId/signatures/:signatureId/cut-out',
  act: 'read-signature',
  summary: 'The signature on transparent ground',
  params: signatureParams,
  bytes: { response: 'image/png' },
  response: z.unknown(),
})

export const readFormScan = route({
  method: 'GET',
  path: '/api/persons/:personId/signatures/:signatureId/form-scan',
  act: 'read-signature',
  summary: 'The signed form as it was uploaded',
  params: signatureParams,
  bytes: { response: 'image/jpeg' },
  response: z.unknown(),
})
