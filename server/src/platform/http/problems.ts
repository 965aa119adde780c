import type { Problem } from '@zhuji/contract/problem.ts'
import type { FastifyInstance } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { RefusedError } from '../refused-error.ts'

/** The one error handler: refusals and malformed requests are answered, all else is logged and told nothing of. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const problem = (status: number, code: string, details?: unknown) =>
      reply
        .code(status)
        .type('application/problem+json')
        .header('cache-control', 'no-store')
        .send({
          type: `/problems/${code}`,
          status,
          code,
          ...(details !== undefined && { details }),
          requestId: request.id,
        } satisfies Problem)

    if (error instanceof RefusedError) {
      const retryAt = (error.refusal as { retryAt?: string }).retryAt
      if (retryAt) reply.header('retry-after', String(secondsUntil(retryAt)))
      return problem(error.status, error.refusal.code, error.refusal)
    }
    if (hasZodFastifySchemaValidationErrors(error))
      return problem(400, 'invalid-request', { fields: error.validation.map(fieldOf) })
    if (error.statusCode === 413) return problem(413, 'too-large')
    if (error.statusCode === 415) return problem(415, 'unsupported-media-type')
    if (error.statusCode && error.statusCode < 500) return problem(error.statusCode, 'invalid-request')
    // Messages of drivers may quote values: the class and the place are enough to find a bug.
    request.log.error({ name: error.name, code: error.code, stack: framesOf(error) }, 'unexpected')
    return problem(500, 'internal-error')
  })
  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .type('application/problem+json')
      .send({ type: '/problems/not-found', status: 404, code: 'not-found', requestId: request.id } satisfies Problem),
  )
}

const secondsUntil = (instant: string): number =>
  Math.max(1, Math.ceil((new Date(instant).getTime() - Date.now()) / 1000))

const framesOf = (error: Error): string[] =>
  (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at ')).slice(0, 12)

// The path and the rule that failed; never the value that was sent.
function fieldOf(issue: { instancePath: string; keyword: string; params: unknown }) {
  return { path: issue.instancePath, rule: issue.keyword }
}
