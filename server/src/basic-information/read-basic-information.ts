import type { BasicInformation } from '@zhuji/contract/basic-information.ts'
import type { CardFacts } from '@zhuji/domain/card-facts.ts'
import { maskedValue, type PersonalField, shown } from '@zhuji/domain/masking-table.ts'
import { ethnicGroups } from '@zhuji/domain/reference/ethnic-groups.ts'
import { monthState, monthsUpTo } from '@zhuji/domain/social-security.ts'
import { openCard } from '../card-reads/sealed-card.ts'
import type { Actor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { notFound } from '../platform/refused-error.ts'
import { type BasicRow, findBasics } from './repository.ts'

/** 个人基本信息 in one statement, each fact as the masking table shows it to its owner (G33–G38, R12.2). */
export async function readBasicInformation(
  ctx: Context,
  actor: Actor,
  personId: string,
): Promise<BasicInformation> {
  const months = monthsUpTo(ctx.today())
  const row = await findBasics(ctx.db, actor, personId, months.at(-1) as string)
  if (!row) throw notFound()
  return {
    personId,
    card: { ...shownFacts(openCard(ctx.keys, personId, row.card)), readAt: row.readAt.toISOString() },
    portrait: { format: row.portraitFormat, shown: row.portraitFormat === 'jpeg' && isShown('portrait') },
    employments: row.employments,
    socialSecurity: months.map((month) => monthView(month, row)),
  }
}

const isShown = (field: PersonalField): boolean => shown('practitioner-self', field, 'profile') === 'clear'

const show = (field: PersonalField, value: string | null): string | null =>
  value === null ? null : maskedValue('practitioner-self', field, 'profile', value)

const shownFacts = (facts: CardFacts): Omit<BasicInformation['card'], 'readAt'> => ({
  kind: facts.kind,
  name: show('name', facts.name) ?? '',
  englishName: show('name', facts.englishName),
  sex: isShown('sex') ? facts.sex : null,
  ethnicGroup: isShown('ethnic-group') ? ethnicGroup(facts.ethnicCode) : null,
  nationality: show('nationality', facts.nationality),
  number: show('number', facts.number) ?? '',
  permitNumber: show('number', facts.permitNumber),
  birthDate: show('birth-date', facts.birthDate),
  issuer: show('issuer', facts.issuer),
  validFrom: show('validity', facts.validFrom),
  validUntil: show('validity', facts.validUntil),
  address: show('address', facts.address),
})

/** A code that the standard does not have is shown as it stands on the card. */
function ethnicGroup(code: string | null): BasicInformation['card']['ethnicGroup'] {
  if (code === null) return null
  return ethnicGroups.find((group) => group.code === code) ?? { code, name: code, roman: code }
}

function monthView(month: string, { months, lastFed }: BasicRow) {
  const units = [...new Set(months.filter((one) => one.month === month).map(({ unit }) => unit))]
  return { month, state: monthState(month, units.length > 0, lastFed), units }
}
