import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { answerProblem } from './problem-answer.ts'

export interface PageGuard {
  /** Origins of the pages that may call, like `https://zhuji.example`. */
  origins: readonly string[]
  /** Programs that are no browser send no Origin; the bridge turns them away, the simulator's control does not. */
  programs: boolean
}

/**
 * Lets only the configured pages in. Every other page of the internet can reach a loopback port too: by a plain
 * cross-origin request, or under a name of its own that resolves to 127.0.0.1 (which the Host header shows).
 */
export function guardPages(app: FastifyInstance, guard: PageGuard): void {
  // A form can send text without a preflight; JSON it cannot.
  app.removeContentTypeParser('text/plain')
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store').header('vary', 'Origin')
    if (!isLoopbackName(request)) return answerProblem(reply, 421, 'host-not-allowed')
    const { origin } = request.headers
    if (origin === undefined) {
      if (guard.programs && request.headers['sec-fetch-site'] === undefined) return
      return answerProblem(reply, 403, 'origin-not-allowed')
    }
    if (!guard.origins.includes(origin)) return answerProblem(reply, 403, 'origin-not-allowed')
    reply.header('access-control-allow-origin', origin)
    if (request.method === 'OPTIONS') return answerPreflight(request, reply)
  })
}

function isLoopbackName({ headers, socket }: FastifyRequest): boolean {
  const port = socket.localPort
  return headers.host === `127.0.0.1:${port}` || headers.host === `localhost:${port}`
}

/** Browsers ask once more before a page of the network may call this very PC. */
function answerPreflight(request: FastifyRequest, reply: FastifyReply) {
  reply
    .header('access-control-allow-methods', 'GET, POST, DELETE')
    .header('access-control-allow-headers', 'accept, content-type')
    .header('access-control-max-age', '600')
  for (const network of ['private-network', 'local-network'])
    if (request.headers[`access-control-request-${network}`] === 'true')
      reply.header(`access-control-allow-${network}`, 'true')
  return reply.code(204).send()
}
