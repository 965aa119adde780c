import { sql } from 'kysely'
import type { Db, Tx } from '../platform/database.ts'
import { leafOf } from './merkle.ts'
import type { SealedEntry, Stretch } from './sealed-stretch.ts'

export interface NextStretch {
  number: string
  from: string
  /** Every transaction below it has ended: no late one can still bring an entry. */
  below: string
  previous: Buffer
}

export async function findNextStretch(tx: Tx): Promise<NextStretch> {
  const { rows } = await sql<NextStretch>`
    select coalesce(last.number, 0) + 1 as number, coalesce(last.below_xid, '0'::xid8)::text as from,
           pg_snapshot_xmin(pg_current_snapshot())::text as below,
           coalesce(last.root, decode(repeat('00', 32), 'hex')) as previous
      from (select) one
      left join lateral (select * from audit_root order by number desc limit 1) last on true`.execute(tx)
  return rows[0] as NextStretch
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

export interface SealedRow extends Stretch {
  leaves: Buffer
  signature: Buffer
}

/** The root after a number; undefined after the last. */
export async function findRootAfter(db: Db | Tx, number: string): Promise<SealedRow | undefined> {
  const { rows } = await sql<SealedRow>`
    select number, from_xid::text as from, below_xid::text as below, entries::int, root, previous, leaves, signature
      from audit_root where number > ${number}::bigint order by number limit 1`.execute(db)
  return rows[0]
}
