import type { RecordView } from '@zhuji/contract/records.ts'
import type { InjectOptions } from 'fastify'
import { comparedOfEducation, givenScannedRecord, type Holder, recordUrl } from './records.ts'
import { givenOffice, givenStaff, type Office, press, type SignedInStaff, type World } from './world.ts'

export interface Clerk extends SignedInStaff {
  office: Office
}

export async function givenClerk(w: World, office?: Office): Promise<Clerk> {
  const at = office ?? (await givenOffice(w))
  return { ...(await givenStaff(w, at)), office: at }
}

/** Opens every page of the record's version, as the window's screen does. */
export async function lookAt(w: World, clerk: Clerk, holder: Holder, record: RecordView): Promise<void> {
  for (const { page } of record.scans) {
    const url = recordUrl(holder, record.id, `/versions/${record.version}/scans/${page}`)
    const answer = await press(w.app, clerk.cookies, { method: 'GET', url })
    if (answer.statusCode !== 200) throw new Error(`read scan: ${answer.body}`)
  }
}

const atWindow = (w: World, clerk: Clerk, url: string, payload: NonNullable<InjectOptions['payload']>) =>
  press(w.app, clerk.cookies, { method: 'POST', url, payload })

export const verify = (
  w: World,
  clerk: Clerk,
  holder: Holder,
  record: Pick<RecordView, 'id' | 'version'>,
  changes: object = {},
) =>
  atWindow(w, clerk, recordUrl(holder, record.id, '/original-verification'), {
    version: record.version,
    confirmed: comparedOfEducation,
    presentedBy: 'person',
    ...changes,
  })

export const refuse = (
  w: World,
  clerk: Clerk,
  holder: Holder,
  record: Pick<RecordView, 'id' | 'version'>,
  reasons: readonly string[] = ['scan-unclear'],
) =>
  atWindow(w, clerk, recordUrl(holder, record.id, '/verification-refusal'), {
    version: record.version,
    reasons,
    note: null,
    presentedBy: 'agent',
  })

export const cancel = (
  w: World,
  clerk: Clerk,
  holder: Holder,
  record: Pick<RecordView, 'id' | 'version'>,
  reason = '填报有误，需更正',
) =>
  atWindow(w, clerk, recordUrl(holder, record.id, '/verification-cancellation'), {
    version: record.version,
    reason,
  })

/** A record at C, verified by this clerk. */
export async function givenVerifiedRecord(w: World, clerk: Clerk, holder: Holder): Promise<RecordView> {
  const record = await givenScannedRecord(w, holder)
  await lookAt(w, clerk, holder, record)
  const answer = await verify(w, clerk, holder, record)
  if (answer.statusCode !== 201) throw new Error(`verify: ${answer.body}`)
  return { ...record, level: 'C' }
}
