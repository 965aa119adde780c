import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { NamedClient } from './named-client.ts'
import type { DB } from './tables.ts'

export type Db = Kysely<DB>
export type Tx = Transaction<DB>

// A birthday stays the day it is: dates travel as text, and so do 64-bit numbers, which fit no double.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value)
pg.types.setTypeParser(pg.types.builtins.INT8, (value) => value)

/** What a test may watch: each statement that goes to the database. */
export type StatementWatch = (sql: string) => void

export interface OpenDatabase {
  db: Db
  pool: pg.Pool
  close(): Promise<void>
}

/** Opens the pool of one database; `problem` hears of connections that die while idle. */
export function openDatabase(
  url: string,
  options: { max?: number; problem?: (error: Error) => void; watch?: StatementWatch } = {},
): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    Client: NamedClient,
    idle_in_transaction_session_timeout: 30_000,
    connectionTimeoutMillis: 10_000,
  })
  pool.on('error', (error) => options.problem?.(error))
  // A connection that dies in use also fails the query that it was used for.
  pool.on('connect', (client) => client.on('error', (error) => options.problem?.(error)))
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    ...(options.watch && {
      log: (event) => options.watch?.(event.query.sql),
    }),
  })
  return { db, pool, close: () => db.destroy() }
}
