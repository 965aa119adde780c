import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import {
  askCaptcha,
  askRegistrationCode,
  bindPhone,
  giveCardFacts,
  seeSession,
  staffSignIn,
  startRegistration,
} from '@zhuji/contract/accounts.ts'
import { type BridgeStatus, bridgeStatus, finishSitting, startSitting } from '@zhuji/contract/bridge.ts'
import { type CardFactsView, issueClerkTicket } from '@zhuji/contract/card-reads.ts'
import { createClient, ProblemError } from '@zhuji/contract/client.ts'
import { demoOutbox, demoPeople, demoStaff } from '@zhuji/contract/demo.ts'
import {
  addRecord,
  addScan,
  deleteRecord,
  type HistoryEntry,
  readHistory,
  readProfile,
  readScan,
} from '@zhuji/contract/records.ts'
import { findPerson, readVerificationWork, verifyOriginal } from '@zhuji/contract/verification.ts'
import { solveProof } from '../server/test/solve-proof.ts'
import type { Instance } from '../tools/instance.ts'
import { type Browserless, browserless } from './browserless.ts'
import { madeScan } from './made-scan.ts'

export interface Done {
  personId: string
  recordId: string
  card: CardFactsView
  mobile: string
}

/**
 * Card read → registration by SMS → education certificate with its scan → original verified → level C, locked, with
 * a history that tells why. Throws at the first deviation.
 */
export async function mainJob(instance: Instance, say: (line: string) => void): Promise<Done> {
  const clerk = browserless(instance.url)
  const person = browserless(instance.url)
  const step = (what: string, answer: unknown) => say(`${what}\n    → ${JSON.stringify(answer)}`)

  const { card, mobile } = await uncollected(clerk)

  step('窗口人员登录 The clerk signs in', await signInClerk(clerk))
  const read = await readCard(instance, clerk, card)
  step('刷身份证 The card is read', read)
  step('短信用户注册 The person registers', await register(person, card, mobile))
  const personId = await ownId(person)

  const recordId = randomUUID()
  const added = await person.call(addRecord, {
    params: { personId },
    body: { id: recordId, declared: true, record: education },
  })
  assert.equal(added.level, 'D')
  step('新增学历证书 The education certificate is added', { level: added.level, version: added.version })
  const scanned = await person.call(addScan, {
    params: { personId, recordId, version: added.version },
    query: {},
    body: await madeScan('DIPLOMA'),
  })
  step('上传扫描件 Its scan is uploaded', {
    version: scanned.record.version,
    pages: scanned.record.scans.length,
  })

  step('原件核对 The window verifies the original', await verify(clerk, card.number, personId, recordId))
  const { records } = await person.call(readProfile, { params: { personId } })
  const record = records.find((one) => one.id === recordId)
  assert.equal(record?.level, 'C')
  step('数据等级 The record stands at', record?.level)
  step('删除 Deleting it is refused', await refusedDeletion(person, personId, recordId, record?.version ?? 0))

  const { entries } = await person.call(readHistory, { params: { personId, recordId } })
  assert.deepEqual(
    entries.map((entry) => entry.event),
    ['created', 'scan-added', 'verified'],
  )
  say('\n历史 The record’s history')
  for (const entry of entries) say(`    ${historyLine(entry)}`)
  return { personId, recordId, card, mobile }
}

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

/** A demo citizen whose card was not read yet and is in order. */
export async function uncollected(browser: Browserless) {
  const { people } = await browser.call(demoPeople, {})
  const found = people.find((one) => !one.collected && one.card.kind === 'citizen' && one.inOrder)
  assert.ok(found, 'demo has a person whose card was not read yet')
  return found
}

export async function signInClerk(clerk: Browserless) {
  const { staff } = await clerk.call(demoStaff, {})
  const account = staff.find((one) => one.role === 'clerk')
  assert.ok(account, 'demo has a clerk')
  return clerk.call(staffSignIn, {
    body: { account: account.account, password: account.password, otp: account.otp },
  })
}

/** Lays the card on the simulated reader and waits for the server's receipt, watching the bridge as the page does. */
export async function readCard(instance: Instance, clerk: Browserless, card: CardFactsView) {
  const origin = { origin: instance.url }
  const bridge = createClient(instance.bridgeUrl, (url, init) =>
    fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), ...origin } }),
  )
  const { ticket, expiresAt } = await clerk.call(issueClerkTicket, { body: {} })
  let status: BridgeStatus = await bridge(startSitting, {
    body: { ticket, ticketExpiresAt: expiresAt, presentedBy: 'person' },
  })
  await layDown(instance, card)
  const deadline = Date.now() + 30_000
  while (status.tally.succeeded < 1) {
    assert.ok(
      Date.now() < deadline,
      `the read was not receipted: ${JSON.stringify(status.reads.map((read) => [read.state, read.failure]))}, reader ${status.reader}`,
    )
    status = await bridge(bridgeStatus, { query: { after: status.revision } })
  }
  await fetch(`${instance.simulatorUrl}/card`, { method: 'DELETE', headers: origin })
  const { unsent } = await bridge(finishSitting, { body: {} })
  return { tally: status.tally, states: status.reads.map((read) => read.state), unsent }
}

async function layDown(instance: Instance, card: CardFactsView): Promise<void> {
  const answer = await fetch(`${instance.simulatorUrl}/card`, {
    method: 'POST',
    headers: { origin: instance.url, 'content-type': 'application/json' },
    body: JSON.stringify({ facts: card }),
  })
  assert.ok(answer.ok, `the simulated reader took the card (${answer.status})`)
}

export async function register(person: Browserless, card: CardFactsView, mobile: string) {
  const captcha = await person.call(askCaptcha, { body: { face: 'proof' } })
  const solution = await solveProof(captcha.challenge)
  const { asks } = await person.call(startRegistration, {
    body: { name: card.name, number: card.number, captcha: { id: captcha.id, answer: null, solution } },
  })
  await person.call(giveCardFacts, {
    body: {
      address: card.address,
      issuer: card.issuer,
      validFrom: card.validFrom ?? '',
      validUntil: (card.validUntil ?? '') as 'long-term',
      permitNumber: null,
      nationality: null,
      birthDate: null,
    },
  })
  await person.call(askRegistrationCode, { body: { mobile } })
  const bound = await person.call(bindPhone, { body: { mobile, code: await codeFrom(person, mobile) } })
  return { asks, ...bound }
}

/** Reads the code from the demo outbox; the queue delivers it in a moment. */
export async function codeFrom(browser: Browserless, mobile: string): Promise<string> {
  const deadline = Date.now() + 20_000
  for (;;) {
    const { messages } = await browser.call(demoOutbox, {})
    const code = messages.find((message) => message.mobile === mobile)?.text.match(/\b(\d{6})\b/)?.[1]
    if (code) return code
    assert.ok(Date.now() < deadline, 'the code reached the outbox')
    await new Promise((done) => setTimeout(done, 100))
  }
}

async function ownId(person: Browserless): Promise<string> {
  const session = await person.call(seeSession, {})
  assert.equal(session.actor.role, 'practitioner')
  return session.actor.role === 'practitioner' ? session.actor.personId : ''
}

export async function verify(clerk: Browserless, number: string, personId: string, recordId: string) {
  const found = await clerk.call(findPerson, { body: { number, reason: 'original-verification' } })
  assert.equal(found.person?.personId, personId)
  const work = await clerk.call(readVerificationWork, { params: { personId } })
  const record = work.records.find((one) => one.id === recordId)
  assert.ok(record, 'the certificate is in the window’s work')
  for (const { page } of record.scans)
    await clerk.call(readScan, { params: { personId, recordId, version: record.version, page } })
  const confirmed = ['school', 'specialty', 'level', 'issued']
  return clerk.call(verifyOriginal, {
    params: { personId, recordId },
    body: { version: record.version, confirmed, presentedBy: 'person' },
  })
}

async function refusedDeletion(person: Browserless, personId: string, recordId: string, version: number) {
  const refusal = await person
    .call(deleteRecord, { params: { personId, recordId }, query: { version } })
    .then(
      () => assert.fail('a verified record was deleted'),
      (error: unknown) => error,
    )
  assert.ok(refusal instanceof ProblemError)
  assert.equal(refusal.problem.code, 'record-verified')
  return { status: refusal.problem.status, code: refusal.problem.code }
}

function historyLine(entry: HistoryEntry): string {
  const { event, version, level, at, by } = entry
  return `${at}  ${event}, version ${version}, level ${level}, by ${by.role}${by.officeName ? ` of ${by.officeName}` : ''}`
}
