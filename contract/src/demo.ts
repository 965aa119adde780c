import { z } from 'zod'
import { CardFactsView } from './card-reads.ts'
import { route } from './route.ts'

// Demo parts: they exist in demo mode only, are marked on screen, and refuse a database that demo did not create.

export const demoPeople = route({
  method: 'GET',
  path: '/api/demo/people',
  act: 'see-demo',
  summary: 'Synthetic people whose cards the simulated reader can lay down',
  response: z.object({
    people: z.array(
      z.object({
        label: z.string(),
        /** null while the card was never read; then for registering and sign-in. */
        mobile: z.string(),
        collected: z.boolean(),
        registered: z.boolean(),
        /** The card is valid and raises no flag: the plain case. */
        inOrder: z.boolean(),
        card: CardFactsView,
      }),
    ),
  }),
})

export const demoOutbox = route({
  method: 'GET',
  path: '/api/demo/outbox',
  act: 'see-demo',
  summary: 'Text messages that the demo gateway would have sent, newest first',
  response: z.object({
    messages: z.array(
      z.object({ id: z.uuid(), mobile: z.string(), text: z.string(), sentAt: z.iso.datetime() }),
    ),
  }),
})

export const demoStaff = route({
  method: 'GET',
  path: '/api/demo/staff',
  act: 'see-demo',
  summary: 'Demo staff accounts with their passwords and current second-factor codes',
  response: z.object({
    staff: z.array(
      z.object({
        account: z.string(),
        password: z.string(),
        otp: z.string(),
        otpEndsAt: z.iso.datetime(),
        role: z.string(),
        office: z.string(),
      }),
    ),
  }),
})
