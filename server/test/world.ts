import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import type { StaffRole } from '@zhuji/domain/policy.ts'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { buildApp } from '../src/app.ts'
import { signerOf } from '../src/platform/audit-signer.ts'
import type { Context } from '../src/platform/context.ts'
import { openDatabase } from '../src/platform/database.ts'
import { localFiles } from '../src/platform/files.ts'
import { tokenHash } from '../src/platform/http/cookies.ts'
import { newId } from '../src/platform/ids.ts'
import { openKeyRing, softwareKeyProvider } from '../src/platform/keys.ts'
import { workerQueue } from '../src/platform/queue.ts'
import { openSession } from '../src/platform/sessions.ts'
import { testDatabase } from './cluster.ts'

export interface SentMessage {
  messageId: string
  mobile: string
  text: string
}

export interface World {
  ctx: Context
  app: FastifyInstance
  /** As the application role. */
  appUrl: string
  ownerUrl: string
  /** Every statement since the last call. */
  statements(): string[]
  /** What the gateway was handed. */
  sent: SentMessage[]
}

/** A database, an app and a context of this test's own; everything is gone after it. */
export async function world(t: TestContext, changes: Partial<Context> = {}): Promise<World> {
  const { ownerUrl, appUrl } = await testDatabase(t)
  const seen: string[] = []
  const { db, pool, close } = openDatabase(appUrl, { max: 8, watch: (sql) => seen.push(sql) })
  const folder = await mkdtemp(join(tmpdir(), 'zhuji-world-'))
  const sent: SentMessage[] = []
  const ctx: Context = {
    db,
    pool,
    keys: await openKeyRing(db, softwareKeyProvider(randomBytes(32))),
    queue: workerQueue,
    files: localFiles(folder),
    today: () => '2026-09-01',
    mode: 'demo',
    publicUrl: 'http://localhost',
    bridgeUrl: 'http://127.0.0.1:17650',
    simulatorUrl: null,
    webRoot: null,
    sms: { send: async (message) => void sent.push(message) },
    auditSigner: signerOf(generateKeyPairSync('ed25519').privateKey),
    ...changes,
  }
  const app = await buildApp(ctx)
  t.after(async () => {
    await app.close()
    await close()
    await rm(folder, { recursive: true, force: true })
  })
  return { ctx, app, appUrl, ownerUrl, sent, statements: () => seen.splice(0) }
}

/** A request as a browser of our own page sends it, with these cookies. */
export function press(app: FastifyInstance, cookies: Record<string, string>, request: InjectOptions) {
  return app.inject({
    ...request,
    cookies,
    headers: { 'sec-fetch-site': 'same-origin', ...request.headers },
  })
}

/** A signed-in practitioner: gives the cookies of their browser. The person must exist. */
export async function signedIn(w: World, personId: string): Promise<Record<string, string>> {
  const token = randomBytes(32).toString('base64url')
  await w.ctx.db.transaction().execute((tx) =>
    openSession(tx, {
      tokenHash: tokenHash(w.ctx, 'zhuji-session', token),
      role: 'practitioner',
      personId,
    }),
  )
  return { 'zhuji-session': token, 'zhuji-browser': randomBytes(32).toString('base64url') }
}

export interface Office {
  departmentId: string
  windowId: string
  departmentName: string
}

/** A department with one open window. */
export async function givenOffice(w: World, name = '测试区受理中心'): Promise<Office> {
  const office = { departmentId: newId(), windowId: newId(), departmentName: name }
  const code = office.windowId.slice(-8)
  await w.ctx.db
    .insertInto('department')
    .values({ id: office.departmentId, code, name, scope: 'district', district: '310101' })
    .execute()
  await w.ctx.db
    .insertInto('service_window')
    .values({
      id: office.windowId,
      department_id: office.departmentId,
      code,
      name: `${name}1号窗口`,
      address: '测试路1号',
    })
    .execute()
  return office
}

export interface SignedInStaff {
  staffId: string
  cookies: Record<string, string>
}

/** A signed-in member of staff at an office, without going through password and second factor. */
export async function givenStaff(
  w: World,
  office: Office,
  role: StaffRole = 'clerk',
): Promise<SignedInStaff> {
  const staffId = newId()
  const token = randomBytes(32).toString('base64url')
  await w.ctx.db
    .insertInto('staff_account')
    .values({
      id: staffId,
      account: `测试-${staffId}`,
      display_name: '测试窗口人员',
      role,
      department_id: office.departmentId,
      window_id: office.windowId,
      password_hash: 'none',
      second_factor: Buffer.of(0),
    })
    .execute()
  await w.ctx.db.transaction().execute((tx) =>
    openSession(tx, {
      tokenHash: tokenHash(w.ctx, 'zhuji-session', token),
      role,
      staffId,
      windowId: office.windowId,
      departmentId: office.departmentId,
    }),
  )
  return { staffId, cookies: { 'zhuji-session': token } }
}
