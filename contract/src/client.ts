import { Problem } from './problem.ts'
import type { Answered, RouteDeclaration, Sent } from './route.ts'

/** A refusal or failure that the server put into words: `problem.code` names it. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** Nothing came back: no connection, or an answer that is none of ours. */
export class UnreachableError extends Error {
  constructor(cause: unknown) {
    super('unreachable', { cause })
    this.name = 'UnreachableError'
  }
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** The URL of a route with its parameters filled in and its query appended. */
export function urlOf(
  route: Pick<RouteDeclaration, 'path'>,
  sent: { params?: Record<string, unknown> | undefined; query?: Record<string, unknown> | undefined } = {},
): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(sent.params?.[name])),
  )
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(sent.query ?? {}))
    if (value !== undefined) query.set(key, String(value))
  return query.size > 0 ? `${path}?${query}` : path
}

/**
 * Gives a function that calls declared routes with typed input and output.
 * Throws ProblemError for what the server refused, UnreachableError when nothing usable came back.
 */
export function createClient(base: string, fetch: Fetch) {
  return async function call<R extends RouteDeclaration>(route: R, sent: Sent<R>): Promise<Answered<R>> {
    const response = await send(route, sent as Parameters<typeof urlOf>[1] & { body?: unknown })
    if (!response.ok) throw await problemOf(response)
    if (response.status === 204) return undefined as Answered<R>
    if (route.bytes?.response) return (await response.blob()) as Answered<R>
    return route.response.parse(await response.json()) as Answered<R>
  }

  async function send(route: RouteDeclaration, sent: { body?: unknown }): Promise<Response> {
    const headers: Record<string, string> = { accept: 'application/json' }
    const init: RequestInit = { method: route.method, headers, credentials: 'same-origin' }
    if (sent.body !== undefined) {
      headers['content-type'] = route.bytes?.body ?? 'application/json'
      init.body = route.bytes?.body
        ? (sent.body as NonNullable<RequestInit['body']>)
        : JSON.stringify(sent.body)
    }
    try {
      return await fetch(base + urlOf(route, sent as Parameters<typeof urlOf>[1]), init)
    } catch (cause) {
      throw new UnreachableError(cause)
    }
  }
}

async function problemOf(response: Response): Promise<Error> {
  try {
    return new ProblemError(Problem.parse(await response.json()))
  } catch (cause) {
    return new UnreachableError(cause)
  }
}
