import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Context } from '../context.ts'

/** `/healthz` alive, `/readyz` ready (database, and Chinese trigrams in it), `/metrics` for Prometheus. */
export function healthRoutes(app: FastifyInstance, ctx: Context): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of answered requests by declared route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 1, 3],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    durations.labels(request.method, route, String(reply.statusCode)).observe(reply.elapsedTime / 1000)
  })

  app.get('/healthz', { schema: { hide: true } }, async () => ({ alive: true }))
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const ready = await isReady(ctx)
    return reply.code(ready ? 200 : 503).send({ ready })
  })
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  )
}

async function isReady(ctx: Context): Promise<boolean> {
  try {
    const { rows } = await sql<{
      ready: boolean
    }>`select cardinality(show_trgm('张三')) > 0 as ready`.execute(ctx.db)
    return rows[0]?.ready === true
  } catch {
    return false // The database is away: that is the answer, not a failure of this request.
  }
}
