import { systemActor, withActor } from '../platform/actor.ts'
import { ConfigError } from '../platform/config.ts'
import type { Context } from '../platform/context.ts'
import { findInstallation, markDemo } from './repository.ts'

/** The database has rows that demo did not make. */
export class DemoRefusedError extends Error {
  constructor() {
    super(
      'this database was not created by the demo: its parts refuse it. Use an empty database, or production mode',
    )
    this.name = 'DemoRefusedError'
  }
}

/** Marks an empty database as the demo's; throws DemoRefusedError for any other than its own. */
export function claimForDemo(ctx: Context): Promise<void> {
  return withActor(ctx, systemActor(), async (tx) => {
    const { demo, hasRows } = await findInstallation(tx)
    if (demo === true) return
    if (demo === false || hasRows) throw new DemoRefusedError()
    await markDemo(tx)
  })
}

/** The demo's accounts are known to everybody: production works on no database that has them. */
export async function refuseDemoDatabase(ctx: Context): Promise<void> {
  const { demo } = await withActor(ctx, systemActor(), findInstallation)
  if (demo === true)
    throw new ConfigError([
      'DATABASE_URL names a database that the demo created, with accounts known to everybody: use an empty one',
    ])
}
