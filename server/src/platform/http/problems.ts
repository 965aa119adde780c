import type { Problem } from '@zhuji/contract/problem.ts'
import type { FastifyInstance } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { RefusedError } from '../refused-error.ts'

type RequestError = Error & { statusCode?: number; code?: string }

interface Answer {
  status: number
  code: string
  details?: unknown
}

const codeOfStatus: Record<number, string> = { 413: 'too-large', 415: 'unsupported-media-type' }

function answerTo(error: RequestError): Answer {
  if (error instanceof RefusedError)
    return { status: error.status, code: error.refusal.code, details: error.refusal }
  if (hasZodFastifySchemaValidationErrors(error))
    return { status: 400, code: 'invalid-request', details: { fields: error.validation.map(fieldOf) } }
  const { statusCode } = error
  if (statusCode !== undefined && statusCode < 500)
    return { status: statusCode, code: codeOfStatus[statusCode] ?? 'invalid-request' }
  return { status: 500, code: 'internal-error' }
}

/** The one error handler: refusals and malformed requests are answered, all else is logged and told nothing of. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: RequestError, request, reply) => {
    const { status, code, details } = answerTo(error)
    const retryAt = (details as { retryAt?: string } | undefined)?.retryAt
    if (retryAt) reply.header('retry-after', String(secondsUntil(retryAt)))
    // Messages of drivers may quote values: the class and the place are enough to find a bug.
    if (status >= 500)
      request.log.error({ name: error.name, code: error.code, stack: framesOf(error) }, 'unexpected')
    return reply
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
  })
  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .type('application/problem+json')
      .send({
        type: '/problems/not-found',
        status: 404,
        code: 'not-found',
        requestId: request.id,
      } satisfies Problem),
  )
}

const secondsUntil = (instant: string): number =>
  Math.max(1, Math.ceil((new Date(instant).getTime() - Date.now()) / 1000))

const framesOf = (error: Error): string[] =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)

// The path and the rule that failed; never the value that was sent.
function fieldOf(issue: { instancePath: string; keyword: string; params: unknown }) {
  return { path: issue.instancePath, rule: issue.keyword }
}
