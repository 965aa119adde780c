import type { Readable } from 'node:stream'
import { Problem } from '@zhuji/contract/problem.ts'
import type { Answered, RouteDeclaration } from '@zhuji/contract/route.ts'
import { mayAct, policy } from '@zhuji/domain/policy.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Actor } from '../actor.ts'
import type { Context } from '../context.ts'
import { notFound, RefusedError } from '../refused-error.ts'
import { actorOf } from './actor-of.ts'

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined
type Reply<R extends RouteDeclaration> = R['bytes'] extends { response: string }
  ? Buffer | Readable
  : Answered<R>

export interface Call<R extends RouteDeclaration> {
  actor: Actor
  params: Parsed<R['params']>
  query: Parsed<R['query']>
  body: R['bytes'] extends { body: string } ? Buffer : Parsed<R['body']>
  request: FastifyRequest
  reply: FastifyReply
}

/**
 * Implements a declared route. Curried, so that the handler is held to the declaration's exact types. A route whose
 * act has no row in the policy table does not start.
 */
export function implement<const R extends RouteDeclaration>(app: FastifyInstance, ctx: Context, declared: R) {
  if (!(declared.act in policy))
    throw new Error(`${declared.path}: no row in the policy table for ${declared.act}`)
  return (handle: (call: Call<R>) => Promise<Reply<R> | FastifyReply>): void => {
    app.route({
      method: declared.method,
      url: declared.path,
      // A HEAD of a scan would count as shown to a clerk, and shows nothing.
      exposeHeadRoute: false,
      schema: schemaOf(declared),
      // Its headers do not differ from answer to answer, as a page's do: see `protect`.
      helmet: false,
      ...(declared.bytes?.body && { bodyLimit: 2 * 1024 * 1024 }),
      handler: async (request, reply) => {
        const actor = await actorOf(ctx, request, reply)
        admit(declared, actor, request.params as Record<string, string>)
        const { params, query, body } = request
        const call = { actor, params, query, body, request, reply } as unknown as Call<R>
        const answer = await handle(call)
        // A handler that has answered by itself, as with 304, gives the reply: awaited, it is gone.
        if (reply.sent) return reply
        return reply.code(declared.status ?? 200).send(answer)
      },
    })
  }
}

const problem = {
  description: 'Problem document, RFC 9457',
  content: { 'application/problem+json': { schema: Problem } },
}
/** Bytes pass as they are: the use case looks at them. */
const file = (type: string) => ({ description: 'A file', content: { [type]: { schema: z.string() } } })
const problems = { '4xx': problem, '5xx': problem }

function schemaOf(declared: RouteDeclaration): Record<string, unknown> {
  const status = declared.status ?? 200
  return {
    summary: declared.summary,
    operationId: `${declared.act}:${declared.method} ${declared.path}`
      .replace(/[^a-z]+/gi, '-')
      .replace(/-$/, ''),
    ...(declared.params && { params: declared.params }),
    ...(declared.query && { querystring: declared.query }),
    ...(declared.bytes?.body
      ? { consumes: [declared.bytes.body] }
      : declared.body && { body: declared.body }),
    response: {
      [status]: declared.bytes?.response
        ? file(declared.bytes.response)
        : status === 204
          ? z.undefined()
          : declared.response,
      ...problems,
    },
  }
}

// Who may not see a person's things hears that they are not there; who is not signed in hears to sign in.
function admit(declared: RouteDeclaration, actor: Actor, params: Record<string, string>): void {
  const own = params.personId === undefined || (actor.role === 'practitioner' && params.personId === actor.id)
  if (mayAct(declared.act, actor.role, own)) return
  if (actor.role === 'anonymous') throw new RefusedError(401, { code: 'sign-in-required' })
  if (mayAct(declared.act, actor.role, true)) throw notFound()
  throw new RefusedError(403, { code: 'not-allowed' })
}
