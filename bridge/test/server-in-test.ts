import { createPublicKey, type KeyObject, randomUUID, verify } from 'node:crypto'
import {
  CardReadMessage,
  type CardReadReceipt,
  enrolReader,
  SignedCardRead,
  uploadCardRead,
} from '@zhuji/contract/card-reads.ts'
import Fastify, { type FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { Watched } from './until.ts'

type Receipt = z.infer<typeof CardReadReceipt>

/** As much of the server as a bridge meets, on a port that stays the same while it is down. */
export class ServerInTest {
  readonly readerId = randomUUID()
  readonly arrived = new Watched<CardReadMessage>()
  readonly receipts = new Map<string, Receipt>()
  /** Gives the status and code of a refusal, or nothing to let the read in. */
  answer: (read: CardReadMessage) => { status: number; code: string } | undefined = () => undefined
  #key: KeyObject | undefined
  #app: FastifyInstance | undefined
  #port = 0

  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  async up(): Promise<void> {
    const app = Fastify({ forceCloseConnections: true })
    app.post(enrolReader.path, async (request, reply) => {
      const { code, publicKey } = enrolReader.body.parse(request.body)
      if (code !== 'one-time') return problem(reply, 403, 'enrolment-code-invalid')
      this.#key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
      return reply.code(201).send({ readerId: this.readerId, windowName: '测试窗口' })
    })
    app.post(uploadCardRead.path, async (request, reply) => {
      const { payload, signature } = SignedCardRead.parse(request.body)
      const bytes = Buffer.from(payload, 'base64url')
      if (this.#key && !verify(null, bytes, this.#key, Buffer.from(signature, 'base64url')))
        return problem(reply, 403, 'signature-invalid')
      const read = CardReadMessage.parse(JSON.parse(bytes.toString()))
      const refusal = this.answer(read)
      this.arrived.push(read)
      return refusal ? problem(reply, refusal.status, refusal.code) : this.#receive(read)
    })
    await app.listen({ host: '127.0.0.1', port: this.#port })
    this.#app = app
    this.#port = (app.server.address() as { port: number }).port
  }

  async down(): Promise<void> {
    await this.#app?.close()
    this.#app = undefined
  }

  #receive(read: CardReadMessage): Receipt {
    const known = this.receipts.get(read.readId)
    if (known) return { ...known, repeated: true }
    const receipt: Receipt = {
      readId: read.readId,
      receiptId: randomUUID(),
      receivedAt: new Date().toISOString(),
      repeated: false,
      outcome: 'first',
      flags: [],
    }
    this.receipts.set(read.readId, receipt)
    return receipt
  }
}

function problem(
  reply: { code(status: number): { send(body: object): unknown } },
  status: number,
  code: string,
) {
  return reply.code(status).send({ type: `/problems/${code}`, status, code, requestId: 'test' })
}
