import type { captchaFaces } from '@zhuji/contract/accounts.ts'
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database.ts'

export type CaptchaFace = (typeof captchaFaces)[number]
export type Challenge = Record<string, unknown>

/** Minutes to answer, and then to finish the form that the right answer opened (R3.5). */
const minutes = { answer: 5, form: 15 } as const

export async function insertCaptcha(
  db: Db,
  captcha: { id: string; face: CaptchaFace; answerHash: Buffer; challenge: Challenge },
): Promise<Date> {
  const { expires_at } = await db
    .insertInto('captcha')
    .values({
      id: captcha.id,
      face: captcha.face,
      answer_hash: captcha.answerHash,
      challenge: JSON.stringify(captcha.challenge),
      expires_at: sql`clock_timestamp() + make_interval(mins => ${minutes.answer}::int)`,
    })
    .returning('expires_at')
    .executeTakeFirstOrThrow()
  return expires_at
}

/** The one try that a captcha has; of two at once one gets it. */
export async function takeTry(
  db: Db,
  id: string,
): Promise<{ face: CaptchaFace; answerHash: Buffer; challenge: Challenge } | undefined> {
  const row = await db
    .updateTable('captcha')
    .set({ tried_at: sql`clock_timestamp()` })
    .where('id', '=', id)
    .where('tried_at', 'is', null) // lock: captcha-try
    .where('expires_at', '>', sql<Date>`clock_timestamp()`)
    .returning(['face', 'answer_hash', 'challenge'])
    .executeTakeFirst()
  if (!row?.answer_hash) return undefined
  return {
    face: row.face as CaptchaFace,
    answerHash: row.answer_hash,
    challenge: row.challenge as Challenge,
  }
}

export async function openCaptchaFor(db: Db, id: string, browser: Buffer): Promise<void> {
  await db.updateTable('captcha').set({ opened_for: browser }).where('id', '=', id).execute()
}

export async function isOpenFor(db: Db, id: string, browser: Buffer): Promise<boolean> {
  const row = await db
    .selectFrom('captcha')
    .select('id')
    .where('id', '=', id)
    .where('opened_for', '=', browser)
    .where('spent_at', 'is', null)
    .where('tried_at', '>', sql<Date>`clock_timestamp() - make_interval(mins => ${minutes.form}::int)`)
    .executeTakeFirst()
  return row !== undefined
}

/** False when another request spent it first. */
export async function spendCaptcha(tx: Tx, id: string, browser: Buffer): Promise<boolean> {
  const row = await tx
    .updateTable('captcha')
    .set({ spent_at: sql`clock_timestamp()` })
    .where('id', '=', id)
    .where('opened_for', '=', browser)
    .where('spent_at', 'is', null) // lock: captcha-spend
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
