import {
  type BridgeStatus,
  bridgeStatus,
  finishSitting,
  resendFailed,
  startSitting,
} from '@zhuji/contract/bridge.ts'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Changes } from './changes.ts'
import type { Log } from './log.ts'
import { guardPages } from './page-guard.ts'
import { answerErrorsAsProblems } from './problem-answer.ts'
import type { Opening } from './sitting.ts'

export interface LoopbackParts {
  origins: readonly string[]
  changes: Changes
  log: Log
  status(): BridgeStatus
  begin(opening: Opening): Promise<void>
  end(): { unsent: number }
  resend(): void
  /** Milliseconds that a page may wait for a change. */
  longPoll: number
}

/** The bridge's service for the window's page. Whoever opens it to more than 127.0.0.1 opens the reader to the street. */
export function buildLoopback(parts: LoopbackParts): FastifyInstance {
  const { changes, status } = parts
  const app = Fastify({ bodyLimit: 16 * 1024, forceCloseConnections: true })
  answerErrorsAsProblems(app, parts.log)
  guardPages(app, { origins: parts.origins, programs: false })

  app.get(bridgeStatus.path, async (request, reply) => {
    const { after } = bridgeStatus.query.parse(request.query)
    const gone = new AbortController()
    reply.raw.once('close', () => gone.abort())
    if (after === changes.revision) await changes.next(parts.longPoll, gone.signal)
    return status()
  })
  app.post(startSitting.path, async (request, reply) => {
    await parts.begin(startSitting.body.parse(request.body))
    return reply.code(startSitting.status).send(status())
  })
  app.post(finishSitting.path, async (request) => {
    finishSitting.body.parse(request.body)
    return parts.end()
  })
  app.post(resendFailed.path, async (request) => {
    resendFailed.body.parse(request.body)
    parts.resend()
    return status()
  })
  return app
}
