import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../actor.ts'
import type { Context } from '../context.ts'
import { findSession, originKey, type SessionRow } from '../sessions.ts'
import { dropCookie, readCookie, tokenHash } from './cookies.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The session's profile version, for answers that need not be made again. */
    profileVersion: string | null
  }
}

/** Who calls: the session behind the cookie, or the bridge (known by the signature in its message), or anonymous. */
export async function actorOf(ctx: Context, request: FastifyRequest, reply: FastifyReply): Promise<Actor> {
  const browserToken = readCookie(ctx, request, 'zhuji-browser')
  const stranger: Actor = {
    role: 'anonymous',
    id: null,
    officeId: null,
    officeName: null,
    windowId: null,
    session: null,
    browser: browserToken ? tokenHash(ctx, 'zhuji-browser', browserToken) : null,
    origin: originKey(ctx, request.ip),
    requestId: request.id,
  }
  const token = readCookie(ctx, request, 'zhuji-session')
  if (!token) return stranger
  const hash = tokenHash(ctx, 'zhuji-session', token)
  const session = await findSession(ctx.db, hash)
  if (!session) {
    dropCookie(ctx, reply, 'zhuji-session')
    return stranger
  }
  request.profileVersion = session.profileVersion
  return { ...stranger, ...signedIn(session), session: hash }
}

function signedIn(session: SessionRow): Partial<Actor> {
  return {
    role: session.role,
    id: session.personId ?? session.staffId,
    officeId: session.departmentId,
    officeName: session.departmentName,
    windowId: session.windowId,
  }
}
