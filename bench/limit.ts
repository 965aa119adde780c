import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import Fastify from 'fastify'
import pg from 'pg'

// What the platform itself allows: one server-prepared statement a request that leaves the same rows as ours, in the same
// tables and as durable. No sign-in, no rules, no locks, nothing sealed.
const [url = '', files = ''] = process.argv.slice(2)
mkdirSync(files, { recursive: true })
const pool = new pg.Pool({ connectionString: url, max: 12 })
const app = Fastify({ bodyLimit: 2 * 1024 * 1024 })
app.addContentTypeParser('image/jpeg', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

interface Params {
  personId: string
  recordId: string
}

app.get<{ Params: Params }>('/profile/:personId', async ({ params }) => {
  const { rows } = await pool.query({
    name: 'profile',
    text: `select p.person_id as "personId", p.name, p.card_kind as kind, p.created_at as "createdAt",
                  (select json_agg(json_build_object('id', r.id, 'kind', r.kind, 'level', r.level,
                            'version', r.version, 'payload', r.payload, 'updatedAt', r.updated_at) order by r.created_at)
                     from record r where r.person_id = p.person_id and r.status = 'current') as records
             from person p where p.person_id = $1`,
    values: [params.personId],
  })
  return rows[0]
})

app.post<{ Params: Params; Body: { id: string; payload: unknown } }>(
  '/records/:personId',
  async ({ params, body }, reply) => {
    const { rows } = await pool.query({
      name: 'create',
      text: `with head as (
               insert into record (person_id, id, kind, payload) values ($1, $2, 'education', $3)
               returning id, version, updated_at),
             revision as (
               insert into record_revision (person_id, record_id, version, payload, change, role, actor_id, audit_id)
               values ($1, $2, 1, $3, 'created', 'practitioner', $1, $4)),
             ${audited('$4', '$1', '$2')}
             select id, version, updated_at as "updatedAt" from head`,
      values: [params.personId, body.id, JSON.stringify(body.payload), randomUUID()],
    })
    return reply.code(201).send({ ...rows[0], payload: body.payload })
  },
)

app.put<{ Params: Params; Body: { payload: unknown } }>(
  '/records/:personId/:recordId',
  async ({ params, body }) => {
    const { rows } = await pool.query({
      name: 'update',
      text: `with head as (
               update record set payload = $3, version = version + 1, updated_at = clock_timestamp()
                where person_id = $1 and id = $2 returning id, version, updated_at),
             revision as (
               insert into record_revision (person_id, record_id, version, payload, change, role, actor_id, audit_id)
               select $1, $2, version, $3, 'edited', 'practitioner', $1, $4 from head),
             ${audited('$4', '$1', '$2')}
             select id, version, updated_at as "updatedAt" from head`,
      values: [params.personId, params.recordId, JSON.stringify(body.payload), randomUUID()],
    })
    return { ...rows[0], payload: body.payload }
  },
)

app.post<{ Params: Params; Body: Buffer }>('/scans/:personId/:recordId', async ({ params, body }, reply) => {
  const blob = randomUUID()
  await keep(join(files, blob), body)
  await pool.query({
    name: 'scan',
    text: `with file as (
             insert into scan (person_id, blob, bytes, width, height, dpi, content_hash)
             values ($1, $3, $5, 827, 1169, 100, '')),
           head as (
             update record set version = version + 1, updated_at = clock_timestamp()
              where person_id = $1 and id = $2 returning version, payload),
           revision as (
             insert into record_revision (person_id, record_id, version, payload, change, role, actor_id, audit_id)
             select $1, $2, version, payload, 'scan-added', 'practitioner', $1, $4 from head),
           page as (
             insert into revision_scan (person_id, record_id, version, page, blob)
             select $1, $2, version, 1, $3 from head),
           ${audited('$4', '$1', '$2')}
           select version from head`,
    values: [params.personId, params.recordId, blob, randomUUID(), body.length],
  })
  return reply.code(201).send({ blob, bytes: body.length })
})

app.post<{ Body: { index: string } }>('/find', async ({ body }) => {
  const { rows } = await pool.query({
    name: 'find',
    text: `with found as (
             select p.person_id, p.name from person_key k join person p on p.person_id = k.person_id
              where k.kind = 'document-number' and k.key_id = 1 and k.blind_index = $2),
           line as (
             insert into access_entry (person_id, id, audit_id, role, act)
             select person_id, $1, $1, 'clerk', 'find-person' from found),
           ${audited('$1', 'null', 'null')}
           select person_id as "personId", name from found`,
    values: [randomUUID(), Buffer.from(body.index, 'base64')],
  })
  return { person: rows[0] ?? null }
})

function audited(id: string, personId: string, objectId: string): string {
  return `audit as (
    insert into audit_entry (id, role, act, person_id, object_id, salt, commitment)
    values (${id}::uuid, 'practitioner', 'bench', ${personId}::uuid, ${objectId}::uuid, '', ''))`
}

async function keep(path: string, bytes: Buffer): Promise<void> {
  const file = await open(`${path}.new`, 'w')
  await file.writeFile(bytes)
  await file.sync()
  await file.close()
  await rename(`${path}.new`, path)
}

process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true, url: await app.listen({ host: '127.0.0.1', port: 0 }) })
