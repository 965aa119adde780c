import type { Client } from 'pg'
import { withClient } from '../src/platform/postgres/cluster.ts'
import type { World } from './world.ts'

/** As the database's owner: to let time pass where the app role may not turn the clock. */
export const withOwner = <T>(w: World, work: (client: Client) => Promise<T>): Promise<T> =>
  withClient(w.ownerUrl, work)
