import pg from 'pg'

const oldest = 150_000

/** A foreign PostgreSQL must be 15 or newer and UTF-8. Throws with a sentence that says what it found. */
export async function requireUsablePostgres(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const { rows } = await client.query(
      "select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding",
    )
    const { version, encoding } = rows[0]
    if (version < oldest)
      throw new Error(`PostgreSQL 15 or newer is needed; this one is ${Math.floor(version / 10000)}`)
    if (encoding !== 'UTF8') throw new Error(`the database must be in UTF8; this one is in ${encoding}`)
  } finally {
    await client.end()
  }
}
