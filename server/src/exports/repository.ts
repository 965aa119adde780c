import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../platform/database.ts'
import type { KeptRows } from './kept-rows.ts'

const rows = (select: RawBuilder<unknown>) =>
  sql`(select coalesce(json_agg(line), '[]') from (${select}) line)`
const sealed = (column: string) => sql`encode(${sql.ref(column)}, 'base64')`

/** What every part of the file is read with; `kept` is the person. */
const parts: { readonly [Part in keyof KeptRows]: RawBuilder<unknown> } = {
  person: sql`
    select name, card_kind as "cardKind", ${sealed('card')} as card, card_version as "cardVersion",
           ${sealed('portrait')} as portrait, portrait_format as "portraitFormat", flags,
           binding_to_confirm as "bindingToConfirm", created_at as "collectedAt"
      from person where person_id = kept.id`,
  documents: sql`
    select kind, ${sealed('number')} as number, created_at as "since"
      from person_document where person_id = kept.id order by created_at`,
  cardVersions: sql`
    select version, ${sealed('card')} as card, ${sealed('portrait')} as portrait, portrait_format as "portraitFormat",
           created_at as "since"
      from card_version where person_id = kept.id order by version`,
  cardReads: sql`
    select r.read_at as "readAt", r.received_at as "receivedAt", r.presented_by as "presentedBy",
           r.card_version as "cardVersion", w.name as "window"
      from card_read r join service_window w on w.id = r.window_id
     where r.person_id = kept.id order by r.received_at`,
  printedForms: sql`
    select card_version as "cardVersion", ${sealed('facts')} as facts, created_at as "enteredAt",
           confirmed_at as "confirmedAt"
      from printed_form where person_id = kept.id order by created_at`,
  mobiles: sql`
    select ${sealed('mobile')} as mobile, bound_at as "boundAt" from phone_binding where person_id = kept.id`,
  lostMobiles: sql`
    select lost_at as "lostAt" from lost_binding where person_id = kept.id order by lost_at`,
  mobileChanges: sql`
    select c.created_at as "begunAt", c.completed_at as "completedAt", w.name as "window"
      from phone_change c join service_window w on w.id = c.window_id
     where c.person_id = kept.id order by c.created_at`,
  sessions: sql`
    select created_at as "since", seen_at as "seenAt", expires_at as "until"
      from session where person_id = kept.id order by created_at`,
  browsers: sql`
    select first_seen_at as "firstSeenAt" from known_browser where person_id = kept.id order by first_seen_at`,
  codes: sql`
    select purpose, created_at as "askedAt", sent_at as "sentAt", used_at as "usedAt", voided_at as "voidedAt",
           expires_at as "until"
      from sms_code where person_id = kept.id order by created_at`,
  textMessages: sql`
    select template, facts, ${sealed('mobile')} as mobile, created_at as "at", sent_at as "sentAt"
      from sms_message where person_id = kept.id order by created_at`,
  messages: sql`
    select template, facts, record_id as "recordId", at, read_at as "readAt"
      from inbox_message where person_id = kept.id order by at`,
  records: sql`
    select r.id, r.kind, r.level, r.version, r.origin, r.status, r.recheck, b.source,
           r.created_at as "createdAt", r.updated_at as "updatedAt"
      from record r left join feed_batch b on b.id = r.batch_id
     where r.person_id = kept.id order by r.created_at, r.id`,
  versions: sql`
    select record_id as "recordId", version, change, role, at, payload, ${sealed('sealed')} as sealed
      from record_revision where person_id = kept.id order by record_id, version`,
  pages: sql`
    select record_id as "recordId", version, page, shows, blob
      from revision_scan where person_id = kept.id order by record_id, version, page`,
  scans: sql`
    select blob, bytes, width, height, dpi, created_at as "uploadedAt"
      from scan where person_id = kept.id order by created_at, blob`,
  verifications: sql`
    select v.id, v.record_id as "recordId", v.version, v.outcome, v.confirmed, v.reasons, v.note,
           v.presented_by as "presentedBy", d.name as office, v.at
      from original_verification v join department d on d.id = v.department_id
     where v.person_id = kept.id order by v.at`,
  cancellations: sql`
    select c.verification_id as "verificationId", c.reason, d.name as office, c.at
      from verification_cancellation c join department d on d.id = c.department_id
     where c.person_id = kept.id order by c.at`,
  approvals: sql`
    select record_id as "recordId", version, approval_id as "approvalId"
      from approval_freeze where person_id = kept.id order by record_id, version`,
  uses: sql`
    select record_id as "recordId", version, application_number as "application", open
      from record_use where person_id = kept.id order by application_number, record_id`,
  objections: sql`
    select record_id as "recordId", version, ${sealed('text')} as text, ${sealed('answer')} as answer, status,
           created_at as "at", answered_at as "answeredAt"
      from credit_objection where person_id = kept.id order by created_at`,
  employments: sql`
    select e.id, n.name as enterprise, n.credit_code as "creditCode", e.duty, e.supports, e.from_date as "from",
           e.created_at as "toldAt", e.ended_at as "endedAt", e.ended_by as "endedBy"
      from employment e join enterprise n on n.id = e.enterprise_id
     where e.person_id = kept.id order by e.from_date, e.id`,
  employmentUses: sql`
    select employment_id as "employmentId", application_number as "application", open
      from employment_use where person_id = kept.id order by application_number`,
  socialSecurity: sql`
    select month, unit, unit_code as "unitCode", paid
      from social_security where person_id = kept.id order by month, source_key`,
  socialSecurityFormer: sql`
    select month, unit, unit_code as "unitCode", paid, replaced_at as "replacedAt"
      from social_security_former where person_id = kept.id order by replaced_at, month`,
  signatureForms: sql`
    select id, card_version as "cardVersion", created_at as "madeAt"
      from signature_form where person_id = kept.id order by created_at`,
  signatures: sql`
    select s.number, s.form_id as "formId", s.scan_blob as "scanBlob", s.cut_out_blob as "cutOutBlob",
           s.scan_width as "scanWidth", s.scan_height as "scanHeight", s.scan_dpi as "scanDpi",
           s.created_at as "uploadedAt", f.at as "filedAt"
      from signature s
      left join signature_filing f on f.person_id = s.person_id and f.signature_id = s.id
     where s.person_id = kept.id order by s.number`,
  acknowledgements: sql`
    select version, at from notice_acknowledgement where person_id = kept.id order by at`,
  consents: sql`
    select use, wording, given, at from consent_event where person_id = kept.id order by at, id`,
  recordReminders: sql`
    select record_id as "recordId", valid_to as "validUntil", days, at
      from record_reminder where person_id = kept.id order by at`,
  cardReminders: sql`
    select card_version as "cardVersion", days, at from card_reminder where person_id = kept.id order by at`,
  absences: sql`
    select section, declared_at as "at" from section_absence where person_id = kept.id order by section`,
  fullNames: sql`
    select list, name from full_name_witness where person_id = kept.id order by list, name`,
  ownActs: sql`
    select at, act from audit_entry where person_id = kept.id and actor_id = kept.id order by at, id`,
}

/** Everything that is kept of a person, as it is kept, in one statement. */
export async function findKept(tx: Tx, personId: string): Promise<KeptRows> {
  // In pieces: a call of a function has at most a hundred arguments.
  const pieces = Object.entries(parts).map(
    ([name, select]) => sql`json_build_object(${sql.lit(name)}, ${rows(select)})`,
  )
  const { rows: found } = await sql<{ parts: Partial<KeptRows>[] }>`
    select json_build_array(${sql.join(pieces)}) as parts from (select ${personId}::uuid as id) kept`.execute(
    tx,
  )
  return Object.assign({}, ...(found[0]?.parts ?? [])) as KeptRows
}
