import type { RecordView } from '@zhuji/contract/records.ts'
import sharp from 'sharp'
import { mobilePlace } from '../src/accounts/messages-repository.ts'
import { newId } from '../src/platform/ids.ts'
import { blindIndex, sealText } from '../src/platform/sealing.ts'
import { type GivenPerson, givenPerson } from './people.ts'
import { press, signedIn, type World } from './world.ts'

/** A certificate as its holder types it. */
export const education = {
  kind: 'education',
  payload: {
    school: '测试工业大学',
    duration: '4年制',
    level: { text: '大学本科毕业', code: '21' },
    president: '测试校长',
    specialty: '土木工程',
    issued: '2012-06-30',
    from: '2008-09-01',
    to: '2012-06-30',
    number: '100001201205000001',
    registrationNumber: null,
    lost: false,
    proofUnit: null,
  },
} as const

/** The diploma is lost: a written proof is scanned instead (R4.7). */
export const lostEducation = {
  kind: 'education',
  payload: { ...education.payload, lost: true, proofUnit: '测试工业大学' },
} as const

/** A title whose specialty stands in the review form alone (R4.3). */
export const titleByReviewForm = {
  kind: 'title',
  payload: {
    title: { text: '测试师', code: null },
    specialtySource: { text: '职称评审表', code: 'review-form' },
    specialty: '建筑施工',
    number: '测试〔2018〕001',
    approved: '2018-06-01',
    sealUnit: '测试市人力资源和社会保障局',
    byExamination: false,
    committee: '测试市建设工程评审委员会',
    issuer: '测试市人力资源和社会保障局',
  },
} as const

export const degree = {
  kind: 'degree',
  payload: {
    school: '测试工业大学',
    specialty: '土木工程',
    degree: { text: '工学学士学位', code: '408' },
    chair: '测试主席',
    issued: '2012-06-30',
    number: '1000042012000001',
  },
} as const

export const comparedOfEducation = ['school', 'specialty', 'level', 'issued']

export interface Holder extends GivenPerson {
  cookies: Record<string, string>
}

/** A collected person, signed in. */
export async function givenHolder(w: World): Promise<Holder> {
  const person = await givenPerson(w)
  return { ...person, cookies: await signedIn(w, person.personId) }
}

export const recordUrl = ({ personId }: GivenPerson, recordId: string, rest = '') =>
  `/api/persons/${personId}/records/${recordId}${rest}`

export function add(w: World, holder: Holder, body: Record<string, unknown> = {}) {
  const payload = { id: newId(), record: education, declared: true, ...body }
  return press(w.app, holder.cookies, {
    method: 'POST',
    url: `/api/persons/${holder.personId}/records`,
    payload,
  })
}

/** A record at D, version 1, without a scan. */
export async function givenRecord(
  w: World,
  holder: Holder,
  record: unknown = education,
): Promise<RecordView> {
  const answer = await add(w, holder, { record })
  if (answer.statusCode !== 201) throw new Error(`add: ${answer.body}`)
  return answer.json()
}

export function edit(w: World, holder: Holder, record: Pick<RecordView, 'id' | 'version'>, changes: object) {
  return press(w.app, holder.cookies, {
    method: 'PUT',
    url: recordUrl(holder, record.id),
    payload: {
      version: record.version,
      declared: true,
      record: { kind: 'education', payload: { ...education.payload, ...changes } },
    },
  })
}

export function remove(w: World, holder: Holder, record: Pick<RecordView, 'id' | 'version'>) {
  return press(w.app, holder.cookies, {
    method: 'DELETE',
    url: recordUrl(holder, record.id, `?version=${record.version}`),
  })
}

export function history(w: World, cookies: Record<string, string>, holder: Holder, recordId: string) {
  return press(w.app, cookies, { method: 'GET', url: recordUrl(holder, recordId, '/history') })
}

/** An A4 sheet at 72 dpi, grey by shade; no two shades are one file. */
export async function madeScan(shade = 200): Promise<Buffer> {
  const background = { r: shade, g: shade, b: 220 }
  const sheet = sharp({ create: { width: 595, height: 842, channels: 3, background } })
  const jpeg = await sheet.jpeg({ quality: 70 }).toBuffer()
  const jfif = Buffer.from([0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 1, 0, 72, 0, 72, 0, 0])
  return Buffer.concat([
    jpeg.subarray(0, 2),
    jfif,
    jpeg.subarray(jpeg[3] === 0xe0 ? 4 + jpeg.readUInt16BE(4) : 2),
  ])
}

export function sendScan(
  w: World,
  holder: Holder,
  record: Pick<RecordView, 'id' | 'version'>,
  bytes: Buffer,
  query = '',
) {
  return press(w.app, holder.cookies, {
    method: 'POST',
    url: recordUrl(holder, record.id, `/versions/${record.version}/scans${query}`),
    headers: { 'content-type': 'image/jpeg' },
    payload: bytes,
  })
}

/** A record at D with one page, ready for the window. */
export async function givenScannedRecord(w: World, holder: Holder): Promise<RecordView> {
  const answer = await sendScan(w, holder, await givenRecord(w, holder), await madeScan())
  if (answer.statusCode !== 201) throw new Error(`scan: ${answer.body}`)
  return answer.json().record
}

/** An application in progress that uses the record. */
export async function givenUse(w: World, holder: Holder, record: RecordView, open = true): Promise<string> {
  const application_number = 'W2026090100001'
  await w.ctx.db
    .insertInto('record_use')
    .values({
      person_id: holder.personId,
      record_id: record.id,
      version: record.version,
      application_id: newId(),
      application_number,
      open,
    })
    .execute()
  return application_number
}

/** The person's phone, as a registration would have bound it. */
export async function givenPhone(w: World, { personId }: GivenPerson, mobile = '19900001234'): Promise<void> {
  const { keyId, index } = blindIndex(w.ctx.keys, 'mobile', mobile)
  await w.ctx.db
    .insertInto('phone_binding')
    .values({
      key_id: keyId,
      blind_index: index,
      person_id: personId,
      mobile: sealText(w.ctx.keys, mobilePlace('phone_binding', personId), mobile),
    })
    .execute()
}
