import { sql } from 'kysely'
import type { Db, Tx } from '../platform/database.ts'
import { leafOf } from './merkle.ts'
import type { SealedEntry, Stretch } from './sealed-stretch.ts'

export type SignedRoot = Stretch & { signature: Buffer }

/** The last root, null before the first; and the transaction below which every one has ended: none can still write. */
export async function findLastRoot(tx: Tx): Promise<{ below: string; last: SignedRoot | null }> {
  const { rows } = await sql<{ ended: string } & (SignedRoot | { number: null })>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as ended, last.*
      from (select) one
      left join lateral (
        select number, from_xid::text as from, below_xid::text as below, entries::int, root, previous, signature
          from audit_root order by number desc limit 1) last on true`.execute(tx)
  const { ended, ...last } = rows[0] as (typeof rows)[number]
  return { below: ended, last: last.number === null ? null : last }
}

/** The log's month partitions, from this one on. */
export async function keepMonths(tx: Tx, ahead: number): Promise<void> {
  await sql`
    select ensure_audit_partition((current_date + make_interval(months => month))::date)
      from generate_series(0, ${ahead}::int) month`.execute(tx)
}

/** Each entry of a stretch with the hash of all its columns, in the order in which they are sealed. */
export async function findEntries(
  db: Db | Tx,
  { from, below }: Pick<Stretch, 'from' | 'below'>,
): Promise<SealedEntry[]> {
  const { rows } = await sql<{ id: string; entry: string }>`
    select id, jsonb_build_array(id, (extract(epoch from at) * 1000000)::bigint, xid::text, role, actor_id, office_id,
             act, person_id, object_kind, object_id, object_version, matter, details, encode(salt, 'hex'),
             encode(commitment, 'hex'), request_id)::text as entry
      from audit_entry where xid >= ${from}::xid8 and xid < ${below}::xid8
     order by xid, at, id`.execute(db)
  return rows.map(({ id, entry }) => ({ id, leaf: leafOf(entry) }))
}

/** False when another server has just sealed the same stretch. */
export async function insertRoot(
  tx: Tx,
  stretch: Stretch,
  leaves: Buffer,
  signature: Buffer,
): Promise<boolean> {
  const { rows } = await sql`
    insert into audit_root (number, from_xid, below_xid, entries, root, previous, leaves, signature)
    values (${stretch.number}, ${stretch.from}::xid8, ${stretch.below}::xid8, ${stretch.entries}, ${stretch.root},
            ${stretch.previous}, ${leaves}, ${signature})
    on conflict do nothing -- lock: audit-stretch
    returning number`.execute(tx)
  return rows.length > 0
}

export interface SealedRow extends SignedRoot {
  leaves: Buffer
}

/** The root after a number; undefined after the last. */
export async function findRootAfter(db: Db | Tx, number: string): Promise<SealedRow | undefined> {
  const { rows } = await sql<SealedRow>`
    select number, from_xid::text as from, below_xid::text as below, entries::int, root, previous, leaves, signature
      from audit_root where number > ${number}::bigint order by number limit 1`.execute(db)
  return rows[0]
}
