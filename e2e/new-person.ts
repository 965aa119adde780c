import { acknowledgeNotice, readNotice } from '@zhuji/contract/notices.ts'
import type { Instance } from '../tools/instance.ts'
import { type Browserless, browserless } from './browserless.ts'
import { readCard, register, signInClerk, uncollected } from './main-job.ts'

/** A clerk signed in, and somebody whose card that clerk read and who has registered, both without a screen. */
export async function newPerson(instance: Instance) {
  const [clerk, known] = [browserless(instance.url), browserless(instance.url)]
  const chosen = await uncollected(clerk)
  await signInClerk(clerk)
  await readCard(instance, clerk, chosen.card)
  const { personId } = await register(known, chosen.card, chosen.mobile)
  return { clerk, known, personId, chosen }
}

/** The notice stands before every page until this (R12.5). */
export async function acknowledge(known: Browserless, personId: string): Promise<void> {
  const { version } = await known.call(readNotice, {})
  await known.call(acknowledgeNotice, { params: { personId }, body: { version } })
}
