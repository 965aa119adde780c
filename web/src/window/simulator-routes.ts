import { CardFactsView } from '@zhuji/contract/card-reads.ts'
import { route } from '@zhuji/contract/route.ts'
import { z } from 'zod'

// The hand of the simulated reader: it exists in demo mode only and is no part of the product's border.

const act = 'bridge'
const SimulatorState = z.object({ card: z.boolean(), fault: z.string().nullable() })

export const simulatorState = route({
  method: 'GET',
  path: '/',
  act,
  summary: 'What lies on the simulated reader',
  response: SimulatorState,
})

export const layCard = route({
  method: 'POST',
  path: '/card',
  act,
  summary: 'Lay a card down',
  body: z.strictObject({ facts: CardFactsView }),
  response: SimulatorState,
})

export const liftCard = route({
  method: 'DELETE',
  path: '/card',
  act,
  summary: 'Lift the card',
  response: SimulatorState,
})

export const setFault = route({
  method: 'POST',
  path: '/fault',
  act,
  summary: 'Make the reader fail',
  body: z.strictObject({ fault: z.string().nullable() }),
  response: SimulatorState,
})
