import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findCurrentNotice } from '../notices/read-notice.ts'
import { listOpenWindows } from '../offices/list-windows.ts'
import type { Context } from '../platform/context.ts'
import { type BuiltWeb, loadBuiltWeb } from './built-web.ts'
import { chosenLanguage, languageOf, rememberLanguage } from './language.ts'
import { chosenType, hasLargeType, rememberType } from './type-size.ts'

const portalPaths = {
  home: '/',
  people: '/people',
  windows: '/windows',
  guide: '/guide',
  notice: '/notice',
} as const
export type PortalPage = keyof typeof portalPaths

/** Where the single-page app lives; `/demo` exists in demo only. */
const facePaths = ['/sign-in', '/register', '/me', '/me/*', '/window', '/window/*', '/admin', '/admin/*']

/** The public pages, readable without script, and the built web app with its assets. */
export async function portalRoutes(app: FastifyInstance, ctx: Context): Promise<void> {
  if (ctx.webRoot === null) return
  const web = await loadBuiltWeb(ctx.webRoot)
  await app.register(fastifyStatic, {
    root: join(ctx.webRoot, 'app/assets'),
    prefix: '/assets/',
    decorateReply: false,
    preCompressed: true,
    immutable: true,
    maxAge: '1y',
    index: false,
  })
  const hidden = { schema: { hide: true } } as const
  app.get('/icon.svg', hidden, async (_request, reply) =>
    reply.type('image/svg+xml').header('cache-control', 'public, max-age=86400').send(web.icon),
  )
  for (const [page, path] of Object.entries(portalPaths))
    app.get(path, hidden, (request, reply) => sendPortal(ctx, web, page as PortalPage, request, reply))
  const faces = ctx.mode === 'demo' ? [...facePaths, '/demo'] : facePaths
  for (const path of faces) app.get(path, hidden, async (_request, reply) => sendFace(web, reply, 200))
  app.get('/*', hidden, async (request, reply) => sendMissing(web, request, reply))
}

async function sendPortal(
  ctx: Context,
  web: BuiltWeb,
  page: PortalPage,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const chosen = chosenLanguage(request)
  if (chosen) return rememberLanguage(reply, chosen).redirect(portalPaths[page], 303)
  const type = chosenType(request)
  if (type) return rememberType(reply, type).redirect(portalPaths[page], 303)
  const windows = page === 'home' || page === 'windows' ? await listOpenWindows(ctx) : []
  const notice = page === 'notice' ? await findCurrentNotice(ctx) : null
  const data = {
    windows,
    notice,
    demo: ctx.mode === 'demo',
    large: hasLargeType(request),
    nonce: reply.cspNonce.style,
  }
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-cache')
    .header('vary', 'Cookie')
    .send(web.renderPortal(page, data, languageOf(request)))
}

// The nonce differs with every answer, so the page is never kept; its assets are, for a year.
function sendFace(web: BuiltWeb, reply: FastifyReply, status: 200 | 404): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(web.facePage(reply.cspNonce.style))
}

function sendMissing(web: BuiltWeb, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const wantsPage = request.headers.accept?.includes('text/html') && !request.url.startsWith('/api/')
  if (wantsPage) return sendFace(web, reply, 404)
  reply.callNotFound()
  return reply
}
