import type { demoPeople } from '@zhuji/contract/demo.ts'
import type { Answered } from '@zhuji/contract/route.ts'
import { cardFlagsOf } from '@zhuji/domain/card-flags.ts'
import { identityOf } from '../card-reads/identity.ts'
import type { Context } from '../platform/context.ts'
import { demoPersons } from './people.ts'
import { collectedAmong } from './repository.ts'

type DemoPersonView = Answered<typeof demoPeople>['people'][number]

/** The demo's people and how far each has come, in one statement. */
export async function seeDemoPeople(ctx: Context): Promise<DemoPersonView[]> {
  const keys = demoPersons.map(({ card }) => identityOf(ctx.keys, card.number))
  const [first] = keys
  const rows = await collectedAmong(
    ctx.db,
    first?.kind ?? '',
    keys.map(({ index }) => index),
  )
  const byIndex = new Map(rows.map((row) => [row.index.toString('hex'), row]))
  return demoPersons.map(({ label, mobile, card }, at) => {
    const row = byIndex.get(keys[at]?.index.toString('hex') ?? '')
    return {
      label,
      mobile,
      collected: row !== undefined,
      registered: row?.registered ?? false,
      inOrder: cardFlagsOf(card, ctx.today()).length === 0,
      card,
    }
  })
}
