import cookie from '@fastify/cookie'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify'
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import { accessRoutes } from './accesses/routes.ts'
import { outboxRoutes } from './accounts/outbox-routes.ts'
import { accountRoutes } from './accounts/routes.ts'
import { staffRoutes } from './accounts/staff/routes.ts'
import { basicInformationRoutes } from './basic-information/routes.ts'
import { cardReadRoutes } from './card-reads/routes.ts'
import { creditObjectionRoutes } from './credit-objections/routes.ts'
import { demoRoutes } from './demo/routes.ts'
import { exportRoutes } from './exports/routes.ts'
import { fullNameRoutes } from './full-names/routes.ts'
import { messageRoutes } from './messages/routes.ts'
import { noticeRoutes } from './notices/routes.ts'
import { officeRoutes } from './offices/routes.ts'
import { phoneChangeRoutes } from './phone-changes/routes.ts'
import type { Context } from './platform/context.ts'
import { healthRoutes } from './platform/http/health.ts'
import { answerProblems } from './platform/http/problems.ts'
import { protect } from './platform/http/security.ts'
import { portalRoutes } from './portal/routes.ts'
import { recordRoutes } from './records/routes.ts'
import { scanRoutes } from './scans/routes.ts'
import { sectionRoutes } from './sections/routes.ts'
import { signatureRoutes } from './signatures/routes.ts'

export interface AppOptions {
  logger?: FastifyServerOptions['logger']
  /** Where the window's page reaches the bridge (and, in demo, the simulated reader). */
  bridgeOrigins?: readonly string[]
  /** Proxies whose X-Forwarded-For is believed. */
  trustProxy?: FastifyServerOptions['trustProxy']
}

/** Plugins, routes, the one error handler. */
export async function buildApp(ctx: Context, options: AppOptions = {}): Promise<FastifyInstance> {
  const app = Fastify({
    logger: options.logger ?? false,
    trustProxy: options.trustProxy ?? false,
    bodyLimit: 256 * 1024,
    genReqId: () => crypto.randomUUID(),
    forceCloseConnections: 'idle',
    // Fastify's own lines carry URL and address: ours tell the declared route.
    logController: new LogController({ disableRequestLogging: true }),
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.decorateRequest('profileVersion', null)
  app.addContentTypeParser('image/jpeg', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  answerProblems(app)
  await app.register(cookie)
  await protect(app, ctx, options.bridgeOrigins ?? [])
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: '筑籍 Zhuji', version: '0.1.0' } },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? null
    const { statusCode: status, elapsedTime } = reply
    request.log.info({ method: request.method, route, status, ms: Math.round(elapsedTime) }, 'answered')
  })
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store')
  })
  await app.register(async (routes) => {
    healthRoutes(routes, ctx)
    accountRoutes(routes, ctx)
    staffRoutes(routes, ctx)
    basicInformationRoutes(routes, ctx)
    cardReadRoutes(routes, ctx)
    creditObjectionRoutes(routes, ctx)
    phoneChangeRoutes(routes, ctx)
    officeRoutes(routes, ctx)
    recordRoutes(routes, ctx)
    noticeRoutes(routes, ctx)
    messageRoutes(routes, ctx)
    scanRoutes(routes, ctx)
    sectionRoutes(routes, ctx)
    accessRoutes(routes, ctx)
    exportRoutes(routes, ctx)
    signatureRoutes(routes, ctx)
    fullNameRoutes(routes, ctx)
    if (ctx.mode === 'demo') outboxRoutes(routes, ctx)
    if (ctx.mode === 'demo') demoRoutes(routes, ctx)
    routes.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  })
  await portalRoutes(app, ctx)
  return app
}
