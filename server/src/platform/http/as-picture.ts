import type { FastifyReply } from 'fastify'

/** Opened by itself a person's picture is a picture and nothing else, whatever its bytes pretend to be (R5.6). */
export const asPicture = (reply: FastifyReply, type: 'image/png' | 'image/jpeg'): FastifyReply =>
  reply.headers({
    'content-type': type,
    'content-disposition': 'inline',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
  })
