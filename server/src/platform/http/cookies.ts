import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'

const year = 365 * 24 * 3600

/** `__Host-` ties a cookie to this very host, but needs https; a local run has another name without it. */
const secure = (ctx: Context): boolean => ctx.publicUrl.startsWith('https:')
const nameOf = (ctx: Context, name: string): string => (secure(ctx) ? `__Host-${name}` : name)

export type CookieName = 'zhuji-session' | 'zhuji-browser' | 'zhuji-attempt'

export function readCookie(ctx: Context, request: FastifyRequest, name: CookieName): string | undefined {
  return request.cookies[nameOf(ctx, name)]
}

/** What a cookie carries; only its keyed hash is kept on the server. */
export const newToken = (): string => randomBytes(32).toString('base64url')

export function setToken(
  ctx: Context,
  reply: FastifyReply,
  name: CookieName,
  token: string,
  seconds?: number,
): void {
  reply.setCookie(nameOf(ctx, name), token, {
    path: '/',
    httpOnly: true,
    secure: secure(ctx),
    sameSite: 'lax',
    ...(seconds !== undefined && { maxAge: seconds }),
  })
}

/** Gives the new token; only its keyed hash is kept on the server. */
export function giveToken(ctx: Context, reply: FastifyReply, name: CookieName, seconds?: number): string {
  const token = newToken()
  setToken(ctx, reply, name, token, seconds)
  return token
}

export function dropCookie(ctx: Context, reply: FastifyReply, name: CookieName): void {
  reply.clearCookie(nameOf(ctx, name), { path: '/', httpOnly: true, secure: secure(ctx), sameSite: 'lax' })
}

export function tokenHash(ctx: Context, name: CookieName, token: string): Buffer {
  return ctx.keys.mac(`cookie:${name}`, token)
}

/** The browser's own hash; a browser without one gets its cookie now. */
export function browserOf(ctx: Context, request: FastifyRequest, reply: FastifyReply): Buffer {
  const token = readCookie(ctx, request, 'zhuji-browser') ?? giveToken(ctx, reply, 'zhuji-browser', 2 * year)
  return tokenHash(ctx, 'zhuji-browser', token)
}
