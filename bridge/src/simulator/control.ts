import { cardKinds } from '@zhuji/domain/card-facts.ts'
import { composeTextBlock } from '@zhuji/domain/card-text-block.ts'
import Fastify, { type FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Log } from '../log.ts'
import { guardPages } from '../page-guard.ts'
import { answerErrorsAsProblems } from '../problem-answer.ts'
import type { ByteStream } from './byte-stream.ts'
import { type FaultSwitch, faultNames } from './faults.ts'
import type { SecurityModule } from './security-module.ts'
import { wltLikePhoto } from './wlt-like.ts'

const text = z.string().max(100).nullable().default(null)

/** What a card is to say; what is left out stays blank on it. */
const Facts = z.object({
  kind: z.enum(cardKinds).exclude(['unknown']).default('citizen'),
  name: z.string().max(60),
  englishName: text,
  sex: z.enum(['male', 'female', 'unknown']).default('unknown'),
  ethnicCode: text,
  birthDate: z.iso.date().nullable().default(null),
  address: text,
  number: z.string().max(18),
  issuer: text,
  validFrom: z.iso.date().nullable().default(null),
  validUntil: z
    .union([z.iso.date(), z.literal('long-term')])
    .nullable()
    .default(null),
  nationality: text,
  permitNumber: text,
})
const Card = z.union([z.object({ facts: Facts }), z.object({ textBlock: z.base64().length(344) })])
const FaultOrder = z.object({ fault: z.enum(faultNames).nullable(), times: z.int().positive().optional() })

export interface SimulatedReader {
  module: SecurityModule
  faults: FaultSwitch
  line: ByteStream
}

/** The hand that lays cards on the simulated reader and spoils it: a small HTTP service of its own, on loopback. */
export function buildControl(reader: SimulatedReader, origins: string[], log: Log): FastifyInstance {
  const { module, faults, line } = reader
  const app = Fastify({ forceCloseConnections: true })
  answerErrorsAsProblems(app, log)
  guardPages(app, { origins, programs: true })
  const state = () => ({ card: module.hasCard, fault: faults.name, heard: [...module.heard] })

  app.get('/', async () => state())
  app.post('/card', async (request) => {
    const card = Card.parse(request.body)
    const textBlock =
      'facts' in card ? composeTextBlock(card.facts) : new Uint8Array(Buffer.from(card.textBlock, 'base64'))
    module.lay({ textBlock, photo: wltLikePhoto(textBlock) })
    return state()
  })
  app.delete('/card', async () => {
    module.lift()
    return state()
  })
  app.post('/fault', async (request) => {
    const { fault, times } = FaultOrder.parse(request.body)
    faults.set(fault, times)
    if (fault === 'unplugged') await line.unplug()
    else await line.plugIn()
    return state()
  })
  return app
}
