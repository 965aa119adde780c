import { randomUUID } from 'node:crypto'
import type { RecordView } from '@zhuji/contract/records.ts'
import { identityOf } from '../server/src/card-reads/identity.ts'
import type { KeyRing } from '../server/src/platform/keys.ts'
import { profileTag } from '../server/src/records/read-profile.ts'
import { connections, type Load, type Shot } from './load.ts'
import { education, type Seeded, type SeededPerson, type Signed } from './seed.ts'

export interface Workload {
  name: string
  /** Our goal as a share of the limit. */
  goal: number
  limit: Load
  ours: Load
}

type Practitioner = Signed<SeededPerson>
type Step = (number: number) => Shot

const json = { 'content-type': 'application/json' }
const jpeg = { 'content-type': 'image/jpeg' }

/** Every workload, on people of its own, so that none makes another's rows grow. */
export function workloads(seeded: Seeded, keys: KeyRing, scans: readonly Buffer[]): Workload[] {
  const size = Math.floor(seeded.practitioners.length / 5)
  const part = (nth: number) => seeded.practitioners.slice(nth * size, (nth + 1) * size)
  const [readers, unchanged, writers, uploaders] = [part(0), part(1), part(2), part(3)]
  const profile: Load = {
    status: 200,
    shot: each(({ who }) => ({ method: 'GET', path: `/profile/${who.personId}` }), readers),
  }
  return [
    {
      name: 'read a whole profile',
      goal: 1,
      limit: profile,
      ours: { status: 200, shot: each(readProfile, readers) },
    },
    {
      name: 'unchanged profile (304)',
      goal: 5,
      limit: profile,
      // The tag of a profile that nobody changed since it was seeded.
      ours: { status: 304, shot: each((one) => unchangedProfile(one), unchanged) },
    },
    { name: 'create a record', goal: 0.65, ...create(writers) },
    { name: 'update a record', goal: 0.6, ...update(writers) },
    { name: 'upload a 250 KB scan', goal: 0.7, ...upload(uploaders, part(4), scans) },
    { name: 'find by exact number', goal: 0.75, ...find(seeded, keys) },
  ]
}

/** Each connection goes through its own share of the people, one after the other. */
function each<T>(shot: (one: T, nth: number) => Shot, all: readonly T[]): Step {
  const next = Array.from({ length: connections }, (_, number) => number)
  return (number) => {
    const nth = next[number] ?? number
    next[number] = nth + connections
    return shot(all[nth % all.length] as T, nth)
  }
}

const recordsOf = ({ who }: Practitioner): string => `/api/persons/${who.personId}/records`

function readProfile({ who, cookie }: Practitioner): Shot {
  return { method: 'GET', path: `/api/persons/${who.personId}/profile`, headers: { cookie } }
}

function unchangedProfile(one: Practitioner): Shot {
  const shot = readProfile(one)
  return { ...shot, headers: { ...shot.headers, 'if-none-match': profileTag('1') } }
}

function create(people: readonly Practitioner[]): Pick<Workload, 'limit' | 'ours'> {
  const limit = ({ who }: Practitioner, nth: number): Shot => ({
    method: 'POST',
    path: `/records/${who.personId}`,
    headers: json,
    body: JSON.stringify({ id: randomUUID(), payload: education(nth) }),
  })
  const ours = (one: Practitioner, nth: number): Shot => ({
    method: 'POST',
    path: recordsOf(one),
    headers: { ...json, cookie: one.cookie },
    body: JSON.stringify({
      id: randomUUID(),
      record: { kind: 'education', payload: education(nth) },
      declared: true,
    }),
  })
  return {
    limit: { status: 201, shot: each(limit, people) },
    ours: { status: 201, shot: each(ours, people) },
  }
}

function update(people: readonly Practitioner[]): Pick<Workload, 'limit' | 'ours'> {
  const versions = new Map<string, number>()
  const limit = ({ who }: Practitioner, nth: number): Shot => ({
    method: 'PUT',
    path: `/records/${who.personId}/${who.recordIds[1]}`,
    headers: json,
    body: JSON.stringify({ payload: education(nth + 1) }),
  })
  const ours = (one: Practitioner, nth: number): Shot => {
    const id = one.who.recordIds[0] as string
    const version = versions.get(id) ?? 1
    return {
      method: 'PUT',
      path: `${recordsOf(one)}/${id}`,
      headers: { ...json, cookie: one.cookie },
      body: JSON.stringify({
        version,
        record: { kind: 'education', payload: education(1_000_000 + nth) },
        declared: true,
      }),
      answered: () => versions.set(id, version + 1),
    }
  }
  return {
    limit: { status: 200, shot: each(limit, people) },
    ours: { status: 200, shot: each(ours, people) },
  }
}

/** A page after the other on each certificate, as far as it takes them. */
function upload(
  people: readonly Practitioner[],
  others: readonly Practitioner[],
  scans: readonly Buffer[],
): Pick<Workload, 'limit' | 'ours'> {
  const versions = new Map<string, number>()
  const scan = (nth: number): Buffer => scans[nth % scans.length] as Buffer
  const limit = ({ who }: Practitioner, nth: number): Shot => ({
    method: 'POST',
    path: `/scans/${who.personId}/${who.recordIds[nth % who.recordIds.length]}`,
    headers: jpeg,
    body: scan(nth),
  })
  const ours = (one: Practitioner, nth: number): Shot => {
    const round = Math.floor(nth / people.length)
    const id = one.who.recordIds[round % one.who.recordIds.length] as string
    const version = versions.get(id) ?? 1
    return {
      method: 'POST',
      path: `${recordsOf(one)}/${id}/versions/${version}/scans`,
      headers: { ...jpeg, cookie: one.cookie },
      body: scan(nth),
      answered: (body) =>
        versions.set(id, (JSON.parse(body.toString()) as { record: RecordView }).record.version),
    }
  }
  return {
    limit: { status: 201, shot: each(limit, others) },
    ours: { status: 201, shot: each(ours, people) },
  }
}

function find({ people, clerks }: Seeded, keys: KeyRing): Pick<Workload, 'limit' | 'ours'> {
  const limit = ({ number }: SeededPerson): Shot => ({
    method: 'POST',
    path: '/find',
    headers: json,
    body: JSON.stringify({ index: identityOf(keys, number).index.toString('base64') }),
  })
  const ours = ({ number }: SeededPerson, nth: number): Shot => ({
    method: 'POST',
    path: '/api/window/persons/search',
    headers: { ...json, cookie: clerks[nth % clerks.length]?.cookie ?? '' },
    body: JSON.stringify({ number, reason: 'original-verification' }),
  })
  return {
    limit: { status: 200, shot: each(limit, people) },
    ours: { status: 200, shot: each(ours, people) },
  }
}
