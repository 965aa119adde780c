import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Client } from 'pg'
import { type World, world } from '../../test/world.ts'
import { systemActor, withActor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit.ts'
import { openAuditSigner, signerOf } from '../platform/audit-signer.ts'
import { withClient } from '../platform/postgres/cluster.ts'
import { sealAudit } from './seal-audit.ts'
import { verifyAudit } from './verify-audit.ts'

const act = (w: World, name: string, committed: unknown = null): Promise<string> =>
  withActor(w.ctx, systemActor(), (tx) => recordAudit(w.ctx, tx, systemActor(), { act: name, committed }))

/** As somebody who owns the database: the application role could not. */
const asOwner = (w: World, sql: string, values: unknown[] = []) =>
  withClient(w.ownerUrl, (client: Client) => client.query(sql, values))

/** A transaction of another test holds the seal back for as long as it runs: the cluster counts them together. */
async function untilSealable(w: World, id: string): Promise<void> {
  const open = `select from audit_entry where id = $1 and xid >= pg_snapshot_xmin(pg_current_snapshot())`
  while ((await w.ctx.pool.query(open, [id])).rowCount !== 0);
}

async function sealedWorld(t: Parameters<typeof world>[0]) {
  const w = await world(t)
  const first = [await act(w, 'one'), await act(w, 'two'), await act(w, 'three')]
  await untilSealable(w, first[2] as string)
  await sealAudit(w.ctx)
  const second = [await act(w, 'four')]
  await untilSealable(w, second[0] as string)
  await sealAudit(w.ctx)
  return { w, ids: [...first, ...second] }
}

test('R12.3 what was sealed and not touched compares well', async (t) => {
  const { w } = await sealedWorld(t)
  assert.deepEqual(await verifyAudit(w.ctx), { compared: 4, fault: null })
  assert.equal(await sealAudit(w.ctx), 0)
  const roots = await w.ctx.db
    .selectFrom('audit_root')
    .select(['number', 'entries'])
    .orderBy('number')
    .execute()
  assert.deepEqual(roots, [
    { number: '1', entries: '3' },
    { number: '2', entries: '1' },
  ])
})

const alterations: [string, string][] = [
  ['its act', `act = 'something else'`],
  ['its time', `at = at + interval '1 microsecond'`],
  ['its actor', 'actor_id = gen_random_uuid()'],
  ['its person', 'person_id = gen_random_uuid()'],
  ['its object', `object_kind = 'record'`],
  ['its details', `details = '{"found": true}'`],
  ['its commitment', `commitment = '\\x00'`],
  ['its salt', `salt = '\\x00'`],
  ['its office', 'office_id = gen_random_uuid()'],
]
for (const [what, change] of alterations)
  test(`R12.3 an entry that was altered in ${what} is named`, async (t) => {
    const { w, ids } = await sealedWorld(t)
    await asOwner(w, `update audit_entry set ${change} where id = $1`, [ids[1]])
    const { fault } = await verifyAudit(w.ctx)
    assert.deepEqual(fault, { kind: 'altered', stretch: '1', entryId: ids[1] })
  })

test('R12.3 an entry that was deleted is named', async (t) => {
  const { w, ids } = await sealedWorld(t)
  await asOwner(w, 'delete from audit_entry where id = $1', [ids[3]])
  assert.deepEqual(await verifyAudit(w.ctx), {
    compared: 3,
    fault: { kind: 'missing', stretch: '2', entryId: ids[3] },
  })
})

test('R12.3 an entry that was slipped into the past is named', async (t) => {
  const { w, ids } = await sealedWorld(t)
  await asOwner(
    w,
    `insert into audit_entry (id, xid, role, act, salt, commitment)
     select gen_random_uuid(), xid, 'system', 'never', '\\x00', '\\x00' from audit_entry where id = $1`,
    [ids[0]],
  )
  assert.equal((await verifyAudit(w.ctx)).fault?.kind, 'added')
})

const forgeries: [string, string][] = [
  ['a root that is gone', 'delete from audit_root where number = 1'],
  ['another signature', `update audit_root set signature = decode(repeat('00', 64), 'hex') where number = 1`],
  ['another root', `update audit_root set root = decode(repeat('00', 32), 'hex') where number = 1`],
  [
    'another stretch',
    `update audit_root set below_xid = (below_xid::text::bigint + 1)::text::xid8 where number = 1`,
  ],
  [
    'leaves of its own',
    `update audit_root set leaves = leaves || decode(repeat('00', 48), 'hex') where number = 1`,
  ],
]
for (const [what, change] of forgeries)
  test(`R12.3 ${what} breaks the chain`, async (t) => {
    const { w } = await sealedWorld(t)
    await asOwner(w, change)
    assert.equal((await verifyAudit(w.ctx)).fault?.kind, 'root')
  })

test('R12.3 an alteration sealed anew without our key is noticed', async (t) => {
  const { w, ids } = await sealedWorld(t)
  await asOwner(w, `update audit_entry set act = 'other' where id = $1`, [ids[0]])
  await asOwner(w, 'delete from audit_root')
  await sealAudit({ ...w.ctx, auditSigner: signerOf(generateKeyPairSync('ed25519').privateKey) })
  assert.deepEqual((await verifyAudit(w.ctx)).fault, { kind: 'root', stretch: '1' })
})

test('R12.3 a root that is not ours ends the sealing, so that nothing follows a forged one', async (t) => {
  const { w } = await sealedWorld(t)
  // As the application role, which may write roots but has no key.
  await w.ctx.pool.query(
    `insert into audit_root (number, from_xid, below_xid, entries, root, previous, leaves, signature)
     select number + 1, below_xid, (below_xid::text::bigint + 1000000)::text::xid8, 0, root, root, '', signature
       from audit_root order by number desc limit 1`,
  )
  await act(w, 'five')
  await assert.rejects(sealAudit(w.ctx), /root of the audit log, 3, is not signed by our key/)
  assert.deepEqual((await verifyAudit(w.ctx)).fault, { kind: 'root', stretch: '3' })
})

test('R12.3 an entry whose transaction commits late is sealed later, and not lost', async (t) => {
  const w = await world(t)
  const before = await act(w, 'before')
  await untilSealable(w, before)
  let commit = () => {}
  const late = new Promise<void>((resolve) => {
    commit = resolve
  })
  let begun = () => {}
  const written = new Promise<void>((resolve) => {
    begun = resolve
  })
  const transaction = withActor(w.ctx, systemActor(), async (tx) => {
    await recordAudit(w.ctx, tx, systemActor(), { act: 'late' })
    begun()
    await late
  })
  await written
  const after = await act(w, 'after')
  assert.equal(await sealAudit(w.ctx), 1)
  commit()
  await transaction
  await untilSealable(w, after)
  assert.equal(await sealAudit(w.ctx), 2)
  assert.deepEqual(await verifyAudit(w.ctx), { compared: 3, fault: null })
})

test('R12.3 two servers that seal at once make one root (lock: audit-stretch)', async (t) => {
  const w = await world(t)
  await act(w, 'one')
  await untilSealable(w, await act(w, 'two'))
  // Both have read the same stretch before either writes its root.
  const sealed = await withClient(w.ownerUrl, async (client) => {
    await client.query('begin')
    await client.query('lock table audit_root in share mode')
    const both = [sealAudit(w.ctx), sealAudit(w.ctx)]
    for (;;) {
      const { rows } = await client.query(
        `select count(*)::int as n from pg_locks where not granted and relation = 'audit_root'::regclass
            and database = (select oid from pg_database where datname = current_database())`,
      )
      if (rows[0].n === 2) break
    }
    await client.query('commit')
    return Promise.all(both)
  })
  assert.deepEqual(sealed.sort(), [0, 2])
  assert.deepEqual(await verifyAudit(w.ctx), { compared: 2, fault: null })
})

test('R12.3 the key is made once, outside the database, and read again', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'zhuji-audit-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'keys', 'audit.key')
  const [first, second] = await Promise.all([openAuditSigner(path), openAuditSigner(path)])
  assert.deepEqual(first.sign(Buffer.from('x')), second.sign(Buffer.from('x')))
  assert.equal((await stat(path)).mode & 0o777, 0o600)
  assert.match(await readFile(path, 'utf8'), /^-----BEGIN PRIVATE KEY-----/)
})
