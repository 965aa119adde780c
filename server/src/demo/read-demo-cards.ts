import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import type { CardReadMessage } from '@zhuji/contract/card-reads.ts'
import { composeTextBlock } from '@zhuji/domain/card-text-block.ts'
import { issueClerkTicket } from '../card-reads/issue-clerk-ticket.ts'
import { uploadCardRead } from '../card-reads/upload-card-read.ts'
import { enrolReader } from '../offices/enrol-reader.ts'
import { type Actor, systemActor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { issueDemoEnrolmentCode } from './enrolment.ts'
import type { DemoPerson } from './people.ts'

const samId = Buffer.alloc(16).toString('base64')

/** Reads these cards as a bridge would, with a reader whose key is gone afterwards. */
export async function readDemoCards(
  ctx: Context,
  clerk: Actor,
  people: readonly DemoPerson[],
): Promise<void> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const { readerId } = await enrolReader(ctx, systemActor(), {
    code: await issueDemoEnrolmentCode(ctx),
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    samId,
  })
  const { ticket } = await issueClerkTicket(ctx, clerk)
  for (const [index, person] of people.entries())
    await uploadCardRead(
      ctx,
      systemActor(),
      signed(privateKey, {
        readId: randomUUID(),
        readerId,
        counter: index + 1,
        readAt: new Date().toISOString(),
        ticket,
        samId,
        assurance: 'chip',
        textBlock: Buffer.from(composeTextBlock(person.card)).toString('base64'),
        portrait: { format: 'none', bytes: '' },
        presentedBy: 'person',
        challenge: null,
      }),
    )
}

function signed(key: KeyObject, message: CardReadMessage) {
  const bytes = Buffer.from(JSON.stringify(message), 'utf8')
  return { payload: bytes.toString('base64url'), signature: sign(null, bytes, key).toString('base64url') }
}
