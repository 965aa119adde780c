import type { CardReadMessage } from '@zhuji/contract/card-reads.ts'
import type { CardFacts, CardFlag } from '@zhuji/domain/card-facts.ts'
import { isNewPortrait, outcomeOfKnownCard, type PortraitFormat } from '@zhuji/domain/card-read.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { type Place, sealBytes, sealText, unsealBytes } from '../platform/sealing.ts'
import { identityOf } from './identity.ts'
import {
  addIdentity,
  findCardHistory,
  findIdentity,
  insertCardRead,
  insertCardVersion,
  insertPerson,
  lockDocument,
  lockPerson,
  updateCard,
} from './repository.ts'
import { cardDigest, digestOf, portraitPlace, sealCard, sealCardVersion } from './sealed-card.ts'

/** A believed read: everything in it comes from the card and the signed message, nothing is typed. */
export interface BelievedRead {
  message: CardReadMessage
  facts: CardFacts
  flags: CardFlag[]
  windowId: string
  clerkId: string
  /** Made for a change that the server gave its challenge for (R3.8). */
  live: boolean
}

export interface KeptCard {
  personId: string
  outcome: 'first' | 'refreshed' | 'same'
  /** The version of the card's facts that this read speaks of. */
  version: number
  /** A newer read had already said something else (R2.5). */
  superseded: boolean
}

/** Creates the person of a card that was never read (R2.1), or refreshes what is known of them (R2.5). */
export async function keepCard(ctx: Context, tx: Tx, read: BelievedRead): Promise<KeptCard> {
  const key = identityOf(ctx.keys, read.facts.number)
  await lockDocument(tx, key.index)
  const identity = await findIdentity(tx, key)
  if (identity?.collected) return refreshPerson(ctx, tx, identity.personId, read)

  const entry = { kind: key.kind, key_id: key.keyId, blind_index: key.index, person_id: newId() }
  const personId = identity?.personId ?? (await addIdentity(tx, entry))
  await createPerson(ctx, tx, personId, read)
  return { personId, outcome: 'first', version: 1, superseded: false }
}

async function createPerson(ctx: Context, tx: Tx, personId: string, read: BelievedRead): Promise<void> {
  const { facts } = read
  await insertPerson(
    tx,
    {
      person_id: personId,
      card_version: 1,
      flags: read.flags,
      ...cardColumns(ctx, personId, facts),
      ...portraitColumns(ctx, 'person', personId, read.message),
    },
    {
      person_id: personId,
      id: newId(),
      kind: facts.kind,
      number: sealText(ctx.keys, documentPlace(personId), facts.number),
    },
  )
  await addVersion(ctx, tx, personId, read, 1)
  await addRead(ctx, tx, personId, read, 1)
}

async function refreshPerson(ctx: Context, tx: Tx, personId: string, read: BelievedRead): Promise<KeptCard> {
  const held = await lockPerson(tx, personId)
  const { newestReadAt, lastVersion } = await findCardHistory(tx, personId)
  const portraitIsNew = isNewPortrait(
    heldPortrait(ctx, personId, held.portrait_format, held.portrait),
    portraitOf(read.message),
  )
  const times = { readAt: Date.parse(read.message.readAt), newestReadAt: newestReadAt.getTime() }
  const factsChanged = !held.card_digest.equals(cardDigest(ctx.keys, personId, read.facts))
  const decided = outcomeOfKnownCard({ factsChanged, portraitIsNew, ...times })
  const version = decided === 'same' ? held.card_version : lastVersion + 1
  if (decided !== 'same') await addVersion(ctx, tx, personId, read, version)
  if (decided === 'refreshed')
    await updateCard(tx, personId, {
      card_version: version,
      flags: read.flags,
      ...cardColumns(ctx, personId, read.facts),
      ...(portraitIsNew && portraitColumns(ctx, 'person', personId, read.message)),
    })
  if (decided === 'same' && hasNewFlags(held.flags, read, times))
    await updateCard(tx, personId, { flags: read.flags })
  await addRead(ctx, tx, personId, read, version)
  return {
    personId,
    outcome: decided === 'refreshed' ? 'refreshed' : 'same',
    version,
    superseded: decided === 'superseded',
  }
}

/** The same card may be expired by now, or its holder no longer under 16. */
const hasNewFlags = (
  held: readonly string[],
  { flags }: BelievedRead,
  times: { readAt: number; newestReadAt: number },
): boolean => times.readAt >= times.newestReadAt && held.join() !== flags.join()

function addVersion(
  ctx: Context,
  tx: Tx,
  personId: string,
  read: BelievedRead,
  version: number,
): Promise<void> {
  return insertCardVersion(tx, {
    person_id: personId,
    version,
    name: read.facts.name,
    card: sealCardVersion(ctx.keys, personId, read.facts),
    read_id: read.message.readId,
    ...portraitColumns(ctx, 'card_version', personId, read.message),
  })
}

function addRead(ctx: Context, tx: Tx, personId: string, read: BelievedRead, version: number): Promise<void> {
  const { message } = read
  return insertCardRead(tx, {
    person_id: personId,
    id: message.readId,
    reader_id: message.readerId,
    counter: message.counter,
    window_id: read.windowId,
    clerk_id: read.clerkId,
    read_at: message.readAt,
    presented_by: message.presentedBy,
    assurance: message.assurance,
    sam_id: Buffer.from(message.samId, 'base64'),
    text_block: sealBytes(ctx.keys, blockPlace(personId), Buffer.from(message.textBlock, 'base64')),
    card_version: version,
    live: read.live,
  })
}

const cardColumns = (ctx: Context, personId: string, facts: CardFacts) => ({
  name: facts.name,
  card_kind: facts.kind,
  card: sealCard(ctx.keys, personId, facts),
  card_digest: cardDigest(ctx.keys, personId, facts),
})

function portraitColumns(
  ctx: Context,
  table: 'person' | 'card_version',
  personId: string,
  { portrait }: CardReadMessage,
) {
  if (portrait.format === 'none') return { portrait: null, portrait_format: 'none' }
  const bytes = Buffer.from(portrait.bytes, 'base64')
  return {
    portrait: sealBytes(ctx.keys, portraitPlace(table, personId), bytes),
    portrait_format: portrait.format,
  }
}

const portraitOf = ({ portrait }: CardReadMessage) => ({
  format: portrait.format,
  digest: digestOf(Buffer.from(portrait.bytes, 'base64')).toString('hex'),
})

function heldPortrait(ctx: Context, personId: string, format: string, sealed: Buffer | null) {
  const bytes = sealed ? unsealBytes(ctx.keys, portraitPlace('person', personId), sealed) : Buffer.alloc(0)
  return { format: format as PortraitFormat, digest: digestOf(bytes).toString('hex') }
}

const documentPlace = (owner: string): Place => ({ table: 'person_document', column: 'number', owner })
const blockPlace = (owner: string): Place => ({ table: 'card_read', column: 'text_block', owner })
