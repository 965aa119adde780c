import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { RefusedError } from '../refused-error.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Security headers, and protection against requests forged by other sites: unsafe methods need Sec-Fetch-Site
 * same-origin or none AND, where an Origin is sent, our own (browsers send no Sec-Fetch-* to plain-http intranet hosts).
 */
export async function protect(
  app: FastifyInstance,
  ctx: Context,
  bridgeOrigins: readonly string[],
): Promise<void> {
  await app.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'", ...bridgeOrigins],
        'worker-src': ["'self'", 'blob:'],
        'manifest-src': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    strictTransportSecurity: ctx.publicUrl.startsWith('https:'),
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  })
  const headers = headersOfData(ctx)
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.headers(headers)
    if (safe.has(request.method)) return
    const site = request.headers['sec-fetch-site']
    if (site !== undefined && site !== 'same-origin' && site !== 'none')
      throw new RefusedError(403, { code: 'forged-request' })
    const origin = request.headers.origin
    if (origin !== undefined && hostOf(origin) !== request.host)
      throw new RefusedError(403, { code: 'forged-request' })
  })
}

/** What helmet would say of an answer that is no page, once for all: it makes its headers anew for every request. */
const headersOfData = (ctx: Context): Record<string, string> => ({
  'content-security-policy':
    "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none';sandbox",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  ...(ctx.publicUrl.startsWith('https:') && {
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
  }),
})

// «null» and other nonsense has no host, and so is nobody's of ours.
const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null)
