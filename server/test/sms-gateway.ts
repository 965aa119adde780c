import type { TestContext } from 'node:test'
import Fastify from 'fastify'
import { httpGateway } from '../src/platform/sms/http-gateway.ts'

export interface Received {
  headers: Record<string, unknown>
  body: { messageId: string; mobile: string; text: string }
}

/** A gateway of somebody else: answers with these statuses in turn, then with 202. */
export async function gatewayAnswering(t: TestContext, statuses: number[]) {
  const received: Received[] = []
  const app = Fastify()
  app.post('/messages', async (request, reply) => {
    received.push({ headers: request.headers, body: request.body as Received['body'] })
    return reply.code(statuses.shift() ?? 202).send({})
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  t.after(() => app.close())
  return { received, gateway: httpGateway({ url: `${url}/messages`, token: 'test-token', timeoutMs: 2_000 }) }
}
