import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import { issueDemoEnrolmentCode } from './demo/enrolment.ts'
import { refuseDemoDatabase } from './demo/installation.ts'
import { seedDemo } from './demo/seed.ts'
import { openInstallation, webRoot } from './installation.ts'
import { type Config, ConfigError } from './platform/config.ts'
import type { Context } from './platform/context.ts'
import { startWorker } from './worker.ts'

export interface Running {
  url: string
  /** Where the embedded cluster lies; null with a foreign PostgreSQL. */
  databaseLocation: string | null
  /** For the demo's own bridge. */
  enrolmentCode: string | null
  stop(): Promise<void>
}

/** Brings the whole product up; what was begun is undone when a later part fails. */
export async function start(config: Config, say: (line: string) => void): Promise<Running> {
  requireBuiltPages()
  const { ctx, databaseLocation, close } = await openInstallation(config, say)
  const undo: (() => Promise<unknown>)[] = [close]
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    if (config.ZHUJI_MODE === 'demo') await seedDemo(ctx)
    else await refuseDemoDatabase(ctx)
    const app = await listen(config, ctx)
    undo.push(() => app.close())
    if (config.RUN_JOBS) {
      const worker = await startWorker(ctx, (error) => app.log.error({ name: error.name }, 'job failed'))
      undo.push(() => worker.stop())
    }
    const enrolmentCode = config.ZHUJI_MODE === 'demo' ? await issueDemoEnrolmentCode(ctx) : null
    return { url: config.publicUrl, databaseLocation, enrolmentCode, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function requireBuiltPages(): void {
  if (!existsSync(join(webRoot, 'portal/portal.mjs')))
    throw new ConfigError(['the web app is not built: start with npm start, which builds what is missing'])
}

async function listen(config: Config, ctx: Context): Promise<FastifyInstance> {
  const app = await buildApp(ctx, {
    logger: { level: config.LOG_LEVEL, redact: { paths: ['req', 'res'], remove: true } },
    bridgeOrigins: [config.BRIDGE_URL, ...(config.SIMULATOR_URL ? [config.SIMULATOR_URL] : [])],
    trustProxy: config.TRUST_PROXY ?? false,
  })
  try {
    await app.listen({ host: config.host, port: config.PORT })
  } catch (error) {
    await app.close()
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new ConfigError([portTaken(config.PORT)])
  }
  return app
}

export const portTaken = (port: number): string =>
  `port ${port} is taken by another program: stop it, or choose another port with PORT=${port + 1}`
