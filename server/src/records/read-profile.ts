import type { ProfileView, RecordView } from '@zhuji/contract/records.ts'
import { maskedValue } from '@zhuji/domain/masking-table.ts'
import { mobilePlace } from '../accounts/messages-repository.ts'
import { openCard } from '../card-reads/sealed-card.ts'
import type { Actor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { notFound } from '../platform/refused-error.ts'
import { unsealText } from '../platform/sealing.ts'
import { findProfile, type ProfileRow } from './reading-repository.ts'
import { withSealed } from './record-row.ts'

/** Grows when the same rows are shown in another form. */
const form = 3

/** The tag of a profile at a version; it says nothing of whose or what. */
export const profileTag = (version: string): string => `"${form}.${version}"`

export interface Profile {
  tag: string
  /** A `ProfileView`, ready to be sent: the database made the text of its records. */
  json: string
}

/** The whole profile in one statement, each field as the masking table shows it to its owner (R12.2). */
export async function readProfile(ctx: Context, actor: Actor, personId: string): Promise<Profile> {
  const row = await findProfile(ctx.db, actor, personId, form)
  if (!row) throw notFound()
  const card = openCard(ctx.keys, personId, row.card)
  const mobile = row.mobile && unsealText(ctx.keys, mobilePlace('phone_binding', personId), row.mobile)
  const show = (field: 'name' | 'number' | 'mobile' | 'validity', value: string | null) =>
    value === null ? null : maskedValue('practitioner-self', field, 'profile', value)
  return {
    tag: profileTag(row.profileVersion),
    json: profileJson(
      {
        personId,
        card: {
          kind: card.kind,
          name: show('name', card.name) ?? '',
          number: show('number', card.number) ?? '',
          mobile: show('mobile', mobile),
          validUntil: show('validity', card.validUntil),
        },
        signature: row.signature,
        none: row.none,
      },
      recordsJson(ctx, personId, row),
    ),
  }
}

/** The records' text is parsed only where something in it has to be unsealed. */
function recordsJson(ctx: Context, personId: string, { records, sealed }: ProfileRow): string {
  if (!sealed) return records
  const views = (JSON.parse(records) as RecordView[]).map((view) => {
    const closed = sealed[view.id]
    return closed ? withSealed(ctx, personId, view, closed) : view
  })
  return JSON.stringify(views)
}

const profileJson = (profile: Omit<ProfileView, 'records'>, records: string): string =>
  `${JSON.stringify(profile).slice(0, -1)},"records":${records}}`
