import type { Problem } from '@zhuji/contract/problem.ts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { ZodError } from 'zod'
import type { Log } from './log.ts'

/** A «no» that the page is to hear, with the status it travels under. */
export class RefusedError extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string) {
    super(code)
    this.name = 'RefusedError'
    this.status = status
    this.code = code
  }
}

export function answerProblem(reply: FastifyReply, status: number, code: string, details?: unknown) {
  const problem: Problem = { type: `/problems/${code}`, status, code, requestId: reply.request.id }
  return reply
    .code(status)
    .type('application/problem+json')
    .send(details === undefined ? problem : { ...problem, details })
}

/** Shapes what is known, logs the name of what is not: an error's text could quote what somebody sent. */
export function answerErrorsAsProblems(app: FastifyInstance, log: Log): void {
  app.setNotFoundHandler((_request, reply) => answerProblem(reply, 404, 'not-found'))
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, _request, reply) => {
    if (error instanceof RefusedError) return answerProblem(reply, error.status, error.code)
    if (error instanceof ZodError) {
      const details = error.issues.map(({ path, code }) => ({ path, code }))
      return answerProblem(reply, 400, 'invalid-request', details)
    }
    const { statusCode = 500 } = error
    if (statusCode < 500) return answerProblem(reply, statusCode, 'invalid-request')
    log('error', 'internal-error', { name: error.name, code: error.code ?? null })
    return answerProblem(reply, 500, 'internal-error')
  })
}
