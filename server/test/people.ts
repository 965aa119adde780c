import { generateKeyPairSync, type KeyObject, randomInt, randomUUID, sign } from 'node:crypto'
import type { CardReadMessage, CardReadReceipt } from '@zhuji/contract/card-reads.ts'
import type { CardFacts } from '@zhuji/domain/card-facts.ts'
import { composeTextBlock } from '@zhuji/domain/card-text-block.ts'
import { citizenCheckCharacter } from '@zhuji/domain/citizen-number.ts'
import type { z } from 'zod'
import { sealTicket } from '../src/card-reads/clerk-ticket.ts'
import { identityOf } from '../src/card-reads/identity.ts'
import { enrolReader } from '../src/offices/enrol-reader.ts'
import { issueEnrolmentCode } from '../src/offices/issue-enrolment-code.ts'
import { systemActor } from '../src/platform/actor.ts'
import { givenOffice, givenStaff, type Office, type SignedInStaff, type World } from './world.ts'

/** An enrolled reader at an open window, with its key and a clerk who holds a ticket. */
export interface TestReader {
  readerId: string
  office: Office
  clerk: SignedInStaff
  ticket: string
  privateKey: KeyObject
  /** Of the next read. */
  counter: number
}

/** A synthetic citizen of a region that no real number has; each call gives another number. */
export function syntheticFacts(facts: Partial<CardFacts> = {}): CardFacts {
  const birthDate = facts.birthDate ?? '1990-01-01'
  const sequence = randomInt(0, 500) * 2 + (facts.sex === 'female' ? 0 : 1)
  const first17 = `11${randomInt(9000, 10000)}${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  return {
    kind: 'citizen',
    name: '测试甲',
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
    ...facts,
  }
}

/** A reader let in through its one-time code; without an office it gets one of its own. */
export async function givenReader(w: World, office?: Office): Promise<TestReader> {
  const at = office ?? (await givenOffice(w))
  const clerk = await givenStaff(w, at)
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const { code } = await issueEnrolmentCode(w.ctx, systemActor(), at.windowId)
  const { readerId } = await enrolReader(w.ctx, systemActor(), {
    code,
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    samId: Buffer.alloc(16, 7).toString('base64'),
  })
  return { readerId, office: at, clerk, ticket: ticketFor(w, at, clerk.staffId), privateKey, counter: 1 }
}

/** The ticket of a clerk at a window, as the server issues it; valid from six hours ago for six more unless told. */
export function ticketFor(
  w: World,
  office: Office,
  clerkId: string,
  times: { issuedAt?: Date; expiresAt?: Date } = {},
): string {
  const { issuedAt = hoursFromNow(-6), expiresAt = hoursFromNow(6) } = times
  return sealTicket(w.ctx.keys, {
    clerkId,
    windowId: office.windowId,
    departmentId: office.departmentId,
    issuedAt: issuedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  })
}

export const hoursFromNow = (hours: number): Date => new Date(Date.now() + hours * 3_600_000)

/** What a bridge would sign of this card: the next counter, read now, presented by the person. */
export function readOf(
  reader: TestReader,
  facts: CardFacts,
  changes: Partial<CardReadMessage> = {},
): CardReadMessage {
  return {
    readId: randomUUID(),
    readerId: reader.readerId,
    counter: reader.counter++,
    readAt: new Date().toISOString(),
    ticket: reader.ticket,
    samId: Buffer.alloc(16, 7).toString('base64'),
    assurance: 'chip',
    textBlock: Buffer.from(composeTextBlock(facts as Parameters<typeof composeTextBlock>[0])).toString(
      'base64',
    ),
    portrait: { format: 'wlt', bytes: Buffer.alloc(1024, 9).toString('base64') },
    presentedBy: 'person',
    challenge: null,
    ...changes,
  }
}

/** As the bridge sends it. */
export function signRead(reader: TestReader, message: CardReadMessage) {
  const bytes = Buffer.from(JSON.stringify(message), 'utf8')
  return {
    payload: bytes.toString('base64url'),
    signature: sign(null, bytes, reader.privateKey).toString('base64url'),
  }
}

export function sendRead(w: World, signed: { payload: string; signature: string }) {
  return w.app.inject({ method: 'POST', url: '/api/card-reads', payload: signed })
}

/** A card laid on the reader: gives the receipt. */
export async function layCard(
  w: World,
  reader: TestReader,
  facts: CardFacts,
  changes: Partial<CardReadMessage> = {},
): Promise<z.output<typeof CardReadReceipt>> {
  const answer = await sendRead(w, signRead(reader, readOf(reader, facts, changes)))
  if (answer.statusCode !== 200) throw new Error(`card read: ${answer.statusCode} ${answer.body}`)
  return answer.json()
}

export interface GivenPerson {
  personId: string
  facts: CardFacts
}

const readers = new WeakMap<World, Promise<TestReader>>()

/** A person made the only way there is: their card is read by an enrolled reader (R2.1). */
export async function givenPerson(w: World, facts: Partial<CardFacts> = {}): Promise<GivenPerson> {
  const reader = readers.get(w) ?? givenReader(w)
  readers.set(w, reader)
  const card = syntheticFacts(facts)
  await layCard(w, await reader, card)
  return { personId: await personOf(w, card.number), facts: card }
}

/** Whose document this is; throws when nobody's. */
export async function personOf(w: World, number: string): Promise<string> {
  const key = identityOf(w.ctx.keys, number)
  const row = await w.ctx.db
    .selectFrom('person_key')
    .select('person_id')
    .where('kind', '=', key.kind)
    .where('blind_index', '=', key.index)
    .executeTakeFirstOrThrow()
  return row.person_id
}
