import type { Client } from 'pg'
import { withClient } from '../src/platform/postgres/cluster.ts'
import type { World } from './world.ts'

/**
 * Holds what this statement locks, lets each request come as far as it can before the next begins, then lets go: they
 * meet in this order, as unluckily as they ever could.
 */
export function meeting<T>(
  w: World,
  held: readonly [sql: string, values: readonly unknown[]],
  requests: readonly (() => Promise<T>)[],
): Promise<T[]> {
  return withClient(w.appUrl, async (client) => {
    await client.query('begin')
    const [sql, values] = held
    await client.query(sql, [...values])
    const answers: Promise<T>[] = []
    let answered = 0
    for (const request of requests) {
      const answer = request().finally(() => answered++)
      // Awaited at the end: a refusal meanwhile is nobody's crash.
      answer.catch(() => {})
      answers.push(answer)
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
