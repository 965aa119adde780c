import { sql } from 'kysely'
import type { Db, Tx } from '../platform/database.ts'

export interface OfficeWindow {
  windowId: string
  windowName: string
  open: boolean
  departmentId: string
  departmentName: string
  /** The database's clock. */
  now: Date
}

export function findWindow(db: Db | Tx, windowId: string): Promise<OfficeWindow | undefined> {
  return windows(db).where('service_window.id', '=', windowId).executeTakeFirst()
}

export function findWindowByCode(db: Db | Tx, code: string): Promise<OfficeWindow | undefined> {
  return windows(db).where('service_window.code', '=', code).executeTakeFirst()
}

function windows(db: Db | Tx) {
  return db
    .selectFrom('service_window')
    .innerJoin('department', 'department.id', 'service_window.department_id')
    .select([
      'service_window.id as windowId',
      'service_window.name as windowName',
      sql<boolean>`service_window.status = 'open'`.as('open'),
      'department.id as departmentId',
      'department.name as departmentName',
      sql<Date>`clock_timestamp()`.as('now'),
    ])
}

/** The city's hall first, then by the windows' codes. */
export function openWindows(db: Db) {
  return db
    .selectFrom('service_window')
    .innerJoin('department', 'department.id', 'service_window.department_id')
    .select([
      'service_window.code',
      'service_window.name',
      'department.district',
      'service_window.address',
      'service_window.hours',
      'service_window.phone',
    ])
    .where('service_window.status', '=', 'open')
    .orderBy(sql`department.scope = 'district'`)
    .orderBy('service_window.code')
    .execute()
}

export interface NewOffice {
  id: string
  code: string
  name: string
  scope: 'city' | 'district'
  district: string
}

export interface NewWindow {
  id: string
  departmentCode: string
  code: string
  name: string
  address: string
  hours: string | null
  phone: string | null
}

/** What is there already stays as it is. */
export async function addOffices(
  tx: Tx,
  departments: readonly NewOffice[],
  windowsOf: readonly NewWindow[],
): Promise<void> {
  await tx
    .insertInto('department')
    .values([...departments])
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute()
  const known = await tx.selectFrom('department').select(['id', 'code']).execute()
  const idOf = new Map(known.map(({ id, code }) => [code, id]))
  await tx
    .insertInto('service_window')
    .values(
      windowsOf.map(({ departmentCode, ...window }) => ({
        ...window,
        department_id: idOf.get(departmentCode) as string,
      })),
    )
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute()
}

export async function insertReaderEnrolment(
  tx: Tx,
  enrolment: { codeHash: Buffer; windowId: string },
): Promise<Date> {
  const row = await tx
    .insertInto('reader_enrolment')
    .values({
      code_hash: enrolment.codeHash,
      window_id: enrolment.windowId,
      expires_at: sql<Date>`clock_timestamp() + interval '24 hours'`,
    })
    .returning('expires_at')
    .executeTakeFirstOrThrow()
  return row.expires_at
}

/** Locks the code, so that it lets one reader in. */
export function lockEnrolment(tx: Tx, codeHash: Buffer) {
  return tx
    .selectFrom('reader_enrolment')
    .select([
      'window_id as windowId',
      'reader_id as readerId',
      sql<boolean>`expires_at > clock_timestamp()`.as('live'),
    ])
    .where('code_hash', '=', codeHash)
    .forUpdate() // lock: enrolment-code
    .executeTakeFirst()
}

/** Gives the reader of this key: a new one, or the one that has it already. */
export async function addReader(
  tx: Tx,
  reader: { id: string; windowId: string; publicKey: Buffer; samId: Buffer },
): Promise<{ id: string; window_id: string; status: string }> {
  await tx
    .insertInto('reader')
    .values({
      id: reader.id,
      window_id: reader.windowId,
      public_key: reader.publicKey,
      sam_id: reader.samId,
    })
    .onConflict((conflict) => conflict.column('public_key').doNothing())
    .execute()
  return tx
    .selectFrom('reader')
    .select(['id', 'window_id', 'status'])
    .where('public_key', '=', reader.publicKey)
    .executeTakeFirstOrThrow()
}

export async function useEnrolment(tx: Tx, codeHash: Buffer, readerId: string): Promise<void> {
  await tx
    .updateTable('reader_enrolment')
    .set({ reader_id: readerId })
    .where('code_hash', '=', codeHash)
    .execute()
}
