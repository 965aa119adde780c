import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import { mainJob } from '../../../e2e/main-job.ts'
import { ownInstance } from './own-instance.ts'

test('R12.2 after the whole main job no table, file, queue or log holds number, phone or address in any encoding', async (t) => {
  const own = await ownInstance(t)
  const { card, mobile } = await mainJob(own.instance, () => {})
  const secrets = [card.number, mobile, card.address ?? '', card.number.slice(0, 17)].filter(
    (one) => one !== '',
  )
  assert.equal(secrets.length, 4)
  const needles = secrets.flatMap(encodings)

  const holders = new Set<string>()
  // The name is plain by decision: that it is found shows that the search finds.
  const named = new Set<string>()
  const name = Buffer.from(card.name, 'utf8')
  const look = (where: string, bytes: Buffer) => {
    if (needles.some((needle) => bytes.includes(needle))) holders.add(where)
    if (bytes.includes(name)) named.add(where)
  }
  const { dump, tables } = await dumpOf(own.dataDir)
  assert.ok(tables > 30, 'the dump has the tables')
  for (const [table, text] of dump) look(`table ${table}`, Buffer.from(text, 'utf8'))
  await own.instance.stop()
  const files = globSync('**/*', { cwd: own.dataDir, withFileTypes: true }).filter((file) => file.isFile())
  assert.ok(files.length > 100, 'the files were found')
  for (const file of files) look(file.name, readFileSync(join(file.parentPath, file.name)))
  look('log', Buffer.from(own.output(), 'utf8'))
  assert.match(own.output(), /ready at/, 'the log was listened to')
  assert.deepEqual([...holders], [])
  assert.ok(named.has('table public.person') && named.size > 1, 'the search finds in tables and in files')
})

/** One value as it might lie somewhere: text, both UTF-16s, hex and base64 at each alignment. */
function encodings(value: string): Buffer[] {
  const utf8 = Buffer.from(value, 'utf8')
  const utf16 = Buffer.from(value, 'utf16le')
  const swapped = Buffer.from(utf16).swap16()
  const texts = [utf8, utf16, swapped].flatMap((bytes) => [
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...[0, 1, 2].map((shift) => innerBase64(bytes, shift)),
    encodeURIComponent(value),
    JSON.stringify(value)
      .replace(/[^\x20-\x7e]/g, escaped)
      .slice(1, -1),
  ])
  return [utf8, utf16, swapped, ...texts.map((text) => Buffer.from(text, 'latin1'))]
}

const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`

// The characters of base64 that depend on these bytes alone, whatever stands before and after them.
function innerBase64(bytes: Buffer, shift: number): string {
  const text = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .replace(/=+$/, '')
  return text.slice(shift === 0 ? 0 : shift + 1, -1)
}

async function dumpOf(dataDir: string) {
  const { port, ownerPassword } = databaseAt(dataDir)
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'zhuji_owner',
    password: ownerPassword,
    database: 'zhuji',
  })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema in ('public', 'graphile_worker')`,
    )
    const dump = new Map<string, string>()
    for (const { name } of rows) {
      const content = await client.query(
        `select coalesce(string_agg(t::text, e'\\n'), '') as text from ${name} t`,
      )
      dump.set(name, content.rows[0].text)
    }
    return { dump, tables: rows.length }
  } finally {
    await client.end()
  }
}

function databaseAt(dataDir: string): { port: number; ownerPassword: string } {
  const folder = join(dataDir, 'postgres')
  const secrets = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8'))
  return { port: Number(readFileSync(join(folder, 'port'), 'utf8')), ownerPassword: secrets.ownerPassword }
}
