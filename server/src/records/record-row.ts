import type { RecordView } from '@zhuji/contract/records.ts'
import { type Expression, sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { openFields } from './sealed-fields.ts'

/** A record as one JSON value of the database: the view, its sealed fields still closed. */
export type RecordRow = RecordView & { sealed: string | null }

const instant = (column: Expression<unknown>) =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** `record r left join` what stands beside it; `recordObject` speaks of these names. */
export const recordSource = sql`record r
  left join original_verification v on v.person_id = r.person_id and v.id = r.verification_id
  left join department vd on vd.id = v.department_id
  left join lateral (
    select o.version,
           case o.outcome when 'refused' then jsonb_build_object('reasons', o.reasons, 'note', o.note,
             'at', ${instant(sql`o.at`)}, 'officeName', d.name) end as refusal,
           case when c.id is not null then jsonb_build_object('reason', c.reason,
             'at', ${instant(sql`c.at`)}, 'officeName', cd.name) end as cancellation
      from original_verification o join department d on d.id = o.department_id
      left join verification_cancellation c on c.person_id = o.person_id and c.verification_id = o.id
      left join department cd on cd.id = c.department_id
     where r.level = 'D' and o.person_id = r.person_id and o.record_id = r.id
     order by o.at desc limit 1) answer on true`

/** The last answer of a window, where it was a refusal of whichever version of a record at D. */
export const lastRefusal = sql<RecordView['refusal']>`answer.refusal`

// Fields of `json_build_object`: text that is made once and neither sorted nor parsed again, as jsonb would be.
const viewFields = sql`
  'id', r.id, 'kind', r.kind, 'level', r.level, 'version', r.version, 'origin', r.origin,
  'payload', r.payload,
  'scans', (select coalesce(json_agg(json_build_object('page', p.page, 'bytes', s.bytes, 'width', s.width,
              'height', s.height, 'dpi', s.dpi, 'shows', p.shows) order by p.page), '[]')
              from revision_scan p join scan s on s.person_id = p.person_id and s.blob = p.blob
             where p.person_id = r.person_id and p.record_id = r.id and p.version = r.version),
  'refusal', case when answer.version = r.version then answer.refusal end,
  'cancellation', answer.cancellation,
  'verifiedAt', ${instant(sql`v.at`)}, 'verifiedBy', vd.name,
  'openUse', (select u.application_number from record_use u
               where u.person_id = r.person_id and u.record_id = r.id and u.open
               order by u.application_number limit 1),
  'updatedAt', ${instant(sql`r.updated_at`)}`

export const recordObject = sql<RecordRow>`json_build_object(${viewFields}, 'sealed', encode(r.sealed, 'base64'))`

/** As `recordObject`, but ready to be sent: what is sealed is told apart. */
export const recordView = sql<RecordView>`json_build_object(${viewFields})`

/** The row with its sealed fields open, as the screen shows it. */
export function shownRecord(ctx: Context, personId: string, { sealed, ...row }: RecordRow): RecordView {
  if (sealed === null) return row
  return withSealed(ctx, personId, row, sealed)
}

/** The view with these sealed fields (base64) opened into its payload. */
export function withSealed(ctx: Context, personId: string, view: RecordView, sealed: string): RecordView {
  const opened = openFields(ctx.keys, 'record', personId, Buffer.from(sealed, 'base64'))
  return { ...view, payload: { ...view.payload, ...opened } }
}
