import type { FastifyReply, FastifyRequest } from 'fastify'

const year = 365 * 24 * 3600
const name = 'zhuji-type'
type TypeSize = 'large' | 'usual'

/** The size of type that `?type=` asks for, or null. */
export function chosenType(request: FastifyRequest): TypeSize | null {
  const { type } = request.query as Record<string, unknown>
  return type === 'large' || type === 'usual' ? type : null
}

/** Whether this browser keeps 大字版. */
export const hasLargeType = (request: FastifyRequest): boolean => request.cookies[name] === 'large'

/** Keeps the choice in a cookie that the single-page app reads and writes too. */
export const rememberType = (reply: FastifyReply, type: TypeSize): FastifyReply =>
  reply.setCookie(name, type, { path: '/', maxAge: year, sameSite: 'lax', httpOnly: false })
