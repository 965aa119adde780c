import { maskedValue } from '@zhuji/domain/masking-table.ts'
import { openCard } from '../card-reads/sealed-card.ts'
import type { Actor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { notFound } from '../platform/refused-error.ts'
import { formCode } from './form-code.ts'
import { ensureForm } from './repository.ts'

/** 打印: what the form says (R10.1, G63). One form for one state of the card, however often it is printed. */
export async function printForm(ctx: Context, actor: Actor, personId: string) {
  const form = await formFor(ctx, actor, personId)
  const card = openCard(ctx.keys, personId, form.card)
  const show = (field: 'name' | 'number', value: string) =>
    maskedValue('practitioner-self', field, 'profile', value) ?? ''
  return {
    name: show('name', card.name),
    documentKind: card.kind,
    number: show('number', card.number),
    code: formCode(ctx.keys, personId, form.id),
  }
}

async function formFor(ctx: Context, actor: Actor, personId: string): Promise<{ id: string; card: Buffer }> {
  const id = newId()
  const act = { act: 'print-signature-form', personId, object: { kind: 'signature-form', id } }
  let form = await ensureForm(ctx, actor, personId, id, act)
  if (form && form.id === null) form = await ensureForm(ctx, actor, personId, id, act)
  if (!form) throw notFound()
  if (form.id === null) throw new Error('a form that another request made is not there')
  return { id: form.id, card: form.card }
}
