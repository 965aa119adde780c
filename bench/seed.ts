import { randomBytes } from 'node:crypto'
import type { CardFacts } from '@zhuji/domain/card-facts.ts'
import { citizenCheckCharacter } from '@zhuji/domain/citizen-number.ts'
import { typedValues } from '@zhuji/domain/record-content.ts'
import type { RecordPayload } from '@zhuji/domain/record-declaration.ts'
import { kindOf, type RecordKind } from '@zhuji/domain/record-kinds.ts'
import { sql } from 'kysely'
import { identityOf } from '../server/src/card-reads/identity.ts'
import { cardDigest, sealCard } from '../server/src/card-reads/sealed-card.ts'
import type { Db } from '../server/src/platform/database.ts'
import { newId } from '../server/src/platform/ids.ts'
import type { KeyRing } from '../server/src/platform/keys.ts'

export interface SeededPerson {
  personId: string
  number: string
  recordIds: string[]
}

/** A signed-in browser: its cookie header, and whose it is. */
export interface Signed<T> {
  who: T
  cookie: string
}

export interface Seeded {
  people: SeededPerson[]
  practitioners: Signed<SeededPerson>[]
  clerks: Signed<string>[]
}

export const recordsPerPerson = 12
const signedIn = 640
const clerkCount = 16
const chunk = 500

/** A certificate's content; `nth` makes it its own. */
export function education(nth: number): RecordPayload {
  return {
    school: '测试工业大学',
    duration: '4年制',
    level: { text: '大学本科毕业', code: '21' },
    president: '测试校长',
    specialty: '土木工程',
    issued: '2012-06-30',
    from: '2008-09-01',
    to: '2012-06-30',
    number: `10000${String(nth).padStart(13, '0')}`,
    registrationNumber: null,
    lost: false,
    proofUnit: null,
  }
}

const degree = (nth: number): RecordPayload => ({
  school: '测试工业大学',
  specialty: '土木工程',
  degree: { text: '工学学士学位', code: '408' },
  chair: '测试主席',
  issued: '2012-06-30',
  number: `1000042${String(nth).padStart(9, '0')}`,
})

/** Synthetic people with their certificates, straight into the tables; sealed and indexed by the product's own functions. */
export async function seed(db: Db, keys: KeyRing, count: number): Promise<Seeded> {
  const people: SeededPerson[] = []
  for (let from = 0; from < count; from += chunk) {
    const numbers = Array.from({ length: Math.min(chunk, count - from) }, (_, index) => from + index)
    people.push(...(await seedPeople(db, keys, numbers)))
  }
  const practitioners = await signIn(db, keys, people.slice(0, signedIn))
  return { people, practitioners, clerks: await seedClerks(db, keys) }
}

async function seedPeople(db: Db, keys: KeyRing, numbers: readonly number[]): Promise<SeededPerson[]> {
  const cards = numbers.map((nth) => ({ personId: newId(), facts: cardOf(nth) }))
  await insertRows(
    db,
    'person',
    cards.map(({ personId, facts }) => ({
      person_id: personId,
      name: facts.name,
      card_kind: facts.kind,
      card: bytea(sealCard(keys, personId, facts)),
      card_digest: bytea(cardDigest(keys, personId, facts)),
    })),
  )
  await insertRows(
    db,
    'person_key',
    cards.map(({ personId, facts }) => {
      const { kind, keyId, index } = identityOf(keys, facts.number)
      return { kind, key_id: keyId, blind_index: bytea(index), person_id: personId }
    }),
  )
  const records = cards.flatMap(({ personId }, at) =>
    Array.from({ length: recordsPerPerson }, (_, nth) => recordOf(personId, at * recordsPerPerson + nth)),
  )
  await db.transaction().execute(async (tx) => {
    await insertRows(tx, 'record', records)
    const revisions = records.map(({ person_id, id, payload }) => ({
      person_id,
      record_id: id,
      version: 1,
      payload,
      change: 'created',
      role: 'practitioner',
      actor_id: person_id,
      audit_id: newId(),
    }))
    await insertRows(tx, 'record_revision', revisions)
  })
  return cards.map(({ personId, facts }, at) => ({
    personId,
    number: facts.number,
    recordIds: records.slice(at * recordsPerPerson, (at + 1) * recordsPerPerson).map(({ id }) => id),
  }))
}

// Numbers of region 11 99xx, which no real one has.
function cardOf(nth: number): CardFacts {
  const birthDate = `19${60 + (nth % 40)}-01-${String(1 + (Math.floor(nth / 40) % 28)).padStart(2, '0')}`
  const sequence = String(1 + 2 * (Math.floor(nth / 1120) % 500)).padStart(3, '0')
  const first17 = `119900${birthDate.replaceAll('-', '')}${sequence}`
  return {
    kind: 'citizen',
    name: `测试${'甲乙丙丁戊己庚辛'[nth % 8]}${'子丑寅卯辰巳午未'[(nth >> 3) % 8]}`,
    englishName: null,
    sex: 'male',
    ethnicCode: '01',
    birthDate,
    address: '测试省虚构市样例路1号',
    number: `${first17}${citizenCheckCharacter(first17)}`,
    issuer: '虚构市公安局样例分局',
    validFrom: '2020-01-01',
    validUntil: '2040-01-01',
    nationality: null,
    permitNumber: null,
  }
}

function recordOf(personId: string, nth: number) {
  const kind: RecordKind = nth % 2 === 0 ? 'education' : 'degree'
  const payload = kind === 'education' ? education(nth) : degree(nth)
  const values = typedValues(kindOf(kind), payload)
  return {
    person_id: personId,
    id: newId(),
    kind,
    payload,
    code: values.code,
    rank: values.rank,
    specialty: values.specialty,
    from_date: values.from,
    to_date: values.to,
  }
}

async function signIn<T extends { personId: string }>(
  db: Db,
  keys: KeyRing,
  people: readonly T[],
): Promise<Signed<T>[]> {
  return openSessions(
    db,
    keys,
    people.map((who) => ({ who, role: 'practitioner', person_id: who.personId })),
  )
}

async function seedClerks(db: Db, keys: KeyRing): Promise<Signed<string>[]> {
  const [department_id, window_id] = [newId(), newId()]
  await insertRows(db, 'department', [
    { id: department_id, code: 'BENCH', name: '测试区受理中心', scope: 'district', district: '310101' },
  ])
  await insertRows(db, 'service_window', [
    { id: window_id, department_id, code: 'BENCH-1', name: '测试1号窗口', address: '测试路1号' },
  ])
  const clerks = Array.from({ length: clerkCount }, () => newId())
  await insertRows(
    db,
    'staff_account',
    clerks.map((id) => ({
      id,
      account: `bench-${id}`,
      display_name: '测试窗口人员',
      role: 'clerk',
      department_id,
      window_id,
      password_hash: 'none',
      second_factor: bytea(Buffer.of(0)),
    })),
  )
  return openSessions(
    db,
    keys,
    clerks.map((who) => ({ who, role: 'clerk', staff_id: who, window_id, department_id })),
  )
}

async function openSessions<T>(
  db: Db,
  keys: KeyRing,
  whose: readonly ({ who: T } & Record<string, unknown>)[],
): Promise<Signed<T>[]> {
  const sessions = whose.map(({ who, ...row }) => ({
    who,
    row,
    token: randomBytes(32).toString('base64url'),
  }))
  const expires_at = new Date(Date.now() + 3_600_000).toISOString()
  await insertRows(
    db,
    'session',
    sessions.map(({ row, token }) => ({
      ...row,
      token_hash: bytea(keys.mac('cookie:zhuji-session', token)),
      expires_at,
    })),
  )
  return sessions.map(({ who, token }) => ({ who, cookie: `__Host-zhuji-session=${token}` }))
}

const bytea = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`

/** One statement for all rows; columns that the rows do not name keep their defaults. */
async function insertRows(db: Db, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  const names = sql.join(Object.keys(rows[0] ?? {}).map((name) => sql.ref(name)))
  await sql`insert into ${sql.table(table)} (${names})
    select ${names} from json_populate_recordset(null::public.${sql.table(table)}, ${JSON.stringify(rows)}::json)`.execute(
    db,
  )
}
