import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { KeyRing } from '../../platform/keys.ts'
import { type Place, sealJson, unsealJson } from '../../platform/sealing.ts'

const typedPlace = (tokenHash: Buffer): Place => ({
  table: 'registration_attempt',
  column: 'typed',
  owner: tokenHash.toString('hex'),
})

export interface TypedIdentity {
  name: string
  number: string
}

export interface Attempt {
  tokenHash: Buffer
  step: 'card-facts' | 'phone'
  typed: TypedIdentity | null
  personId: string | null
  expiresAt: Date
}

export async function insertAttempt(
  keys: KeyRing,
  tx: Tx,
  attempt: { tokenHash: Buffer; typed: TypedIdentity; minutes: number },
): Promise<Date> {
  const { expires_at } = await tx
    .insertInto('registration_attempt')
    .values({
      token_hash: attempt.tokenHash,
      typed: sealJson(keys, typedPlace(attempt.tokenHash), attempt.typed),
      step: 'card-facts',
      expires_at: sql`clock_timestamp() + make_interval(mins => ${attempt.minutes}::int)`,
    })
    .returning('expires_at')
    .executeTakeFirstOrThrow()
  return expires_at
}

/** Locks the attempt, so that of two requests with it the second finds what the first made of it. */
export async function lockAttempt(
  keys: KeyRing,
  tx: Tx,
  tokenHash: Buffer,
  step: Attempt['step'],
): Promise<Attempt | undefined> {
  const row = await tx
    .selectFrom('registration_attempt')
    .select(['typed', 'person_id', 'expires_at'])
    .where('token_hash', '=', tokenHash)
    .where('step', '=', step)
    .where('expires_at', '>', sql<Date>`clock_timestamp()`)
    .forUpdate() // lock: registration-attempt
    .executeTakeFirst()
  if (!row) return undefined
  return {
    tokenHash,
    step,
    typed: unsealJson<TypedIdentity | null>(keys, typedPlace(tokenHash), row.typed),
    personId: row.person_id,
    expiresAt: row.expires_at,
  }
}

/** On to the next step; what was typed has served and goes. */
export async function advanceAttempt(
  keys: KeyRing,
  tx: Tx,
  tokenHash: Buffer,
  to: { step: 'phone' | 'done'; personId: string },
): Promise<void> {
  await tx
    .updateTable('registration_attempt')
    .set({ step: to.step, person_id: to.personId, typed: sealJson(keys, typedPlace(tokenHash), null) })
    .where('token_hash', '=', tokenHash)
    .execute()
}

export interface Candidate {
  personId: string | null
  card: Buffer | null
  printed: Buffer | null
  bound: boolean | null
}

/** Who has this document number, with all that the verdict needs: one row, whether anybody has it or not (R3.3). */
export async function findCandidate(tx: Tx, identity: { kind: string; index: Buffer }): Promise<Candidate> {
  const { rows } = await sql<Candidate>`
    select p.person_id as "personId", p.card, f.facts as printed, b.person_id is not null as bound
      from (select 1) one
      left join person_key k on k.kind = ${identity.kind} and k.blind_index = ${identity.index}
      left join person p on p.person_id = k.person_id
      left join phone_binding b on b.person_id = p.person_id
      left join lateral (select facts from printed_form
                          where person_id = p.person_id and card_version = p.card_version and confirmed_at is not null
                          order by confirmed_at desc limit 1) f on true
     limit 1
  `.execute(tx)
  return rows[0] ?? { personId: null, card: null, printed: null, bound: null }
}

export async function isMobileFree(tx: Tx, index: Buffer): Promise<boolean> {
  const row = await tx
    .selectFrom('phone_binding')
    .select('person_id')
    .where('blind_index', '=', index)
    .executeTakeFirst()
  return row === undefined
}

export interface NewBinding {
  personId: string
  keyId: number
  index: Buffer
  mobile: Buffer
}

/** `bound`, or who stood in the way: the phone's holder, or this person's own earlier binding (R3.6). */
export async function insertBinding(
  tx: Tx,
  binding: NewBinding,
): Promise<'bound' | 'mobile-taken' | 'person-bound'> {
  const row = await tx
    .insertInto('phone_binding')
    .values({
      key_id: binding.keyId,
      blind_index: binding.index,
      person_id: binding.personId,
      mobile: binding.mobile,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .executeTakeFirst()
  if (row) return 'bound'
  const own = await tx
    .selectFrom('phone_binding')
    .select('person_id')
    .where('person_id', '=', binding.personId)
    .executeTakeFirst()
  return own ? 'person-bound' : 'mobile-taken'
}

/** After a read in an enterprise's batch the first binding waits for the person's word at a window (R2.9). */
export async function markFirstBinding(tx: Tx, personId: string): Promise<void> {
  await sql`
    update person
       set profile_version = profile_version + 1,
           binding_to_confirm = coalesce((select presented_by = 'enterprise' from card_read
                                           where person_id = ${personId}
                                           order by read_at desc, received_at desc, id desc limit 1), false)
     where person_id = ${personId}
  `.execute(tx)
}
