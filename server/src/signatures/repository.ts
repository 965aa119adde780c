import type { SignatureView } from '@zhuji/contract/signatures.ts'
import { type UploadState, uploadState } from '@zhuji/domain/signature-states.ts'
import { sql } from 'kysely'
import { type Actor, namedIn } from '../platform/actor.ts'
import { type AuditedAct, auditedIn } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Db, Tx } from '../platform/database.ts'

export interface FormRow {
  /** Null when another request made the form at this very moment: asked again it is there. */
  id: string | null
  card: Buffer
}

/** The form of the card as it stands, made where there is none yet, with its audit entry, in one statement. */
export async function ensureForm(
  ctx: Context,
  actor: Actor,
  personId: string,
  id: string,
  act: AuditedAct,
): Promise<FormRow | undefined> {
  const { rows } = await sql<FormRow>`
    with ${namedIn(actor)},
    whose as (select p.person_id, p.card, p.card_version from named, person p where p.person_id = ${personId}),
    made as (
      insert into signature_form (person_id, id, card_version) select person_id, ${id}::uuid, card_version from whose
      on conflict (person_id, card_version) do nothing -- lock: signature-form
      returning person_id, id),
    ${auditedIn(ctx, actor, act, sql`made`)}
    select coalesce(m.id, f.id) as id, w.card
      from whose w left join made m on true
      left join signature_form f on f.person_id = w.person_id and f.card_version = w.card_version`.execute(
    ctx.db,
  )
  return rows[0]
}

/** Held until the transaction ends: uploads and filings of one person come one after the other (R6.10). */
export async function lockSignatures(tx: Tx, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('person')
    .select('person_id')
    .where('person_id', '=', personId)
    .forUpdate() // lock: signatures
    .executeTakeFirst()
  return row !== undefined
}

export interface SignatureRow {
  id: string
  number: number
  createdAt: Date
  filedAt: Date | null
  scanBytes: number
  scanWidth: number
  scanHeight: number
  scanDpi: number
  cutOutWidth: number
  cutOutHeight: number
}

/** Every upload of a person, newest first, in one statement that names its actor. */
export async function findSignatures(db: Db | Tx, actor: Actor, personId: string): Promise<SignatureRow[]> {
  const { rows } = await sql<SignatureRow>`
    with ${namedIn(actor)}
    select s.id, s.number, s.created_at as "createdAt", f.at as "filedAt", s.scan_bytes as "scanBytes",
           s.scan_width as "scanWidth", s.scan_height as "scanHeight", s.scan_dpi as "scanDpi",
           s.cut_out_width as "cutOutWidth", s.cut_out_height as "cutOutHeight"
      from named, signature s
      left join signature_filing f on f.person_id = s.person_id and f.signature_id = s.id
     where s.person_id = ${personId} order by s.number desc`.execute(db)
  return rows
}

/** The same as the person sees them. */
export function shownSignatures(rows: readonly SignatureRow[]): SignatureView[] {
  const uploads = rows.map(({ number, filedAt }) => ({ number, filedAt: filedAt?.toISOString() ?? null }))
  return rows.map((row) => {
    const filedAt = row.filedAt?.toISOString() ?? null
    return shownSignature(row, uploadState({ number: row.number, filedAt }, uploads))
  })
}

const shownSignature = (row: SignatureRow, state: UploadState): SignatureView => ({
  id: row.id,
  state,
  uploadedAt: row.createdAt.toISOString(),
  filedAt: row.filedAt?.toISOString() ?? null,
  scan: { bytes: row.scanBytes, width: row.scanWidth, height: row.scanHeight, dpi: row.scanDpi },
  cutOut: { width: row.cutOutWidth, height: row.cutOutHeight },
})

export interface SignatureWrite {
  personId: string
  id: string
  formId: string
  auditId: string
  scan: { blob: string; bytes: number; width: number; height: number; dpi: number }
  cutOut: { blob: string; bytes: number; width: number; height: number }
}

/**
 * The next upload, the profile's version and the audit entry in one statement, under the lock. Undefined, and nothing
 * is written, when the form is not one of the person's.
 */
export async function insertSignature(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  write: SignatureWrite,
  act: AuditedAct,
): Promise<{ number: number; createdAt: Date } | undefined> {
  const { personId, scan, cutOut } = write
  const { rows } = await sql<{ number: number; createdAt: Date }>`
    with added as (
      insert into signature (person_id, id, number, form_id, scan_blob, scan_bytes, scan_width, scan_height, scan_dpi,
                             cut_out_blob, cut_out_bytes, cut_out_width, cut_out_height, audit_id)
      select f.person_id, ${write.id}::uuid,
             (select coalesce(max(number), 0) + 1 from signature where person_id = ${personId}), f.id,
             ${scan.blob}, ${scan.bytes}::int, ${scan.width}::int, ${scan.height}::int, ${scan.dpi}::int,
             ${cutOut.blob}, ${cutOut.bytes}::int, ${cutOut.width}::int, ${cutOut.height}::int, ${write.auditId}::uuid
        from signature_form f where f.person_id = ${personId} and f.id = ${write.formId}
      returning person_id, number, created_at),
    profile as (
      update person set profile_version = profile_version + 1
       where person_id = ${personId} and exists (select from added)),
    ${auditedIn(ctx, actor, act, sql`added`)}
    select number, created_at as "createdAt" from added`.execute(tx)
  return rows[0]
}

/** That the person confirmed it, the profile's version and the audit entry in one statement; gives when. */
export async function insertFiling(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  filing: { personId: string; signatureId: string; auditId: string },
  act: AuditedAct,
): Promise<Date> {
  const { personId, signatureId, auditId } = filing
  const { rows } = await sql<{ at: Date }>`
    with filed as (
      insert into signature_filing (person_id, signature_id, audit_id)
      values (${personId}, ${signatureId}, ${auditId}) returning person_id, at),
    profile as (
      update person set profile_version = profile_version + 1 where person_id = ${personId}),
    ${auditedIn(ctx, actor, act, sql`filed`)}
    select at from filed`.execute(tx)
  return (rows[0] as { at: Date }).at
}

/** Where one of the two pictures of an upload lies, in one statement that names its actor. */
export async function findPicture(
  db: Db,
  actor: Actor,
  personId: string,
  signatureId: string,
  column: 'scan' | 'cut_out',
): Promise<string | undefined> {
  const { rows } = await sql<{ blob: string }>`
    with ${namedIn(actor)}
    select ${sql.ref(`${column}_blob`)} as blob from named, signature
     where person_id = ${personId} and id = ${signatureId}`.execute(db)
  return rows[0]?.blob
}
