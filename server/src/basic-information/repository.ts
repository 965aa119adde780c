import { sql } from 'kysely'
import { type Actor, namedIn } from '../platform/actor.ts'
import type { Db } from '../platform/database.ts'

export interface BasicRow {
  card: Buffer
  portraitFormat: 'wlt' | 'jpeg' | 'none'
  readAt: Date
  employments: {
    id: string
    enterprise: string
    creditCode: string
    duty: string
    supports: string | null
    from: string
    openUse: string | null
  }[]
  /** Paid ones only. */
  months: { month: string; unit: string }[]
  /** The latest month that the feed has brought of anybody. */
  lastFed: string | null
}

/** Everything that basic information shows, in one statement that names its actor. */
export async function findBasics(
  db: Db,
  actor: Actor,
  personId: string,
  oldestMonth: string,
): Promise<BasicRow | undefined> {
  const { rows } = await sql<BasicRow>`
    with ${namedIn(actor)}
    select p.card, p.portrait_format as "portraitFormat",
           (select max(c.read_at) from card_read c where c.person_id = p.person_id) as "readAt",
           (select coalesce(json_agg(json_build_object('id', e.id, 'enterprise', n.name, 'creditCode', n.credit_code,
                     'duty', e.duty, 'supports', e.supports, 'from', e.from_date,
                     'openUse', (select u.application_number from employment_use u
                                  where u.person_id = e.person_id and u.employment_id = e.id and u.open
                                  order by u.application_number limit 1))
                     order by e.from_date, e.created_at, e.id), '[]')
              from employment e join enterprise n on n.id = e.enterprise_id
             where e.person_id = p.person_id and e.ended_at is null) as employments,
           (select coalesce(json_agg(json_build_object('month', to_char(s.month, 'YYYY-MM'), 'unit', s.unit)
                     order by s.month, s.unit), '[]')
              from social_security s
             where s.person_id = p.person_id and s.paid and s.month >= ${`${oldestMonth}-01`}::date) as months,
           (select to_char(max(newest_month), 'YYYY-MM') from feed_report where newest_month is not null) as "lastFed"
      from named, person p where p.person_id = ${personId}`.execute(db)
  return rows[0]
}

/** The portrait of the card, sealed, where it is a picture. */
export async function findPicture(db: Db, actor: Actor, personId: string): Promise<Buffer | undefined> {
  const { rows } = await sql<{ portrait: Buffer }>`
    with ${namedIn(actor)}
    select p.portrait from named, person p
     where p.person_id = ${personId} and p.portrait_format = 'jpeg' and p.portrait is not null`.execute(db)
  return rows[0]?.portrait
}
