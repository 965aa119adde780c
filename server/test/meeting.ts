import type { LightMyRequestResponse } from 'fastify'
import type { Client } from 'pg'
import { withClient } from '../src/platform/postgres/cluster.ts'
import type { World } from './world.ts'

/**
 * Takes a lock by this statement, lets each request come as far as it can before the next begins, then lets go: they
 * meet in this order, as unluckily as two browsers ever could.
 */
export function meeting(
  w: World,
  [lock, values]: readonly [string, readonly unknown[]],
  requests: readonly (() => Promise<LightMyRequestResponse>)[],
): Promise<LightMyRequestResponse[]> {
  return withClient(w.appUrl, async (client) => {
    await client.query('begin')
    await client.query(lock, [...values])
    const answers: Promise<LightMyRequestResponse>[] = []
    let answered = 0
    for (const request of requests) {
      answers.push(request().finally(() => answered++))
      await untilWaiting(client, () => answers.length - answered)
    }
    await client.query('commit')
    return Promise.all(answers)
  })
}

async function untilWaiting(client: Client, requests: () => number): Promise<void> {
  const waiting = `select count(*)::int as n from pg_stat_activity
                    where datname = current_database() and wait_event_type = 'Lock'`
  for (;;) {
    const { rows } = await client.query(waiting)
    // Kept within a transaction, the picture of activity would stay the first one.
    await client.query('select pg_stat_clear_snapshot()')
    if (rows[0].n >= requests()) return
  }
}
