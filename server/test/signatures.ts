import type { SignatureView } from '@zhuji/contract/signatures.ts'
import { newId } from '../src/platform/ids.ts'
import type { Holder } from './records.ts'
import { type PaperForm, printedForm, scanned, signing, write } from './signature-forms.ts'
import { press, type World } from './world.ts'

export const signatureUrl = ({ personId }: Pick<Holder, 'personId'>, rest = '') =>
  `/api/persons/${personId}/signatures${rest}`

/** The code of the form that is printed for this person. */
export async function formCodeOf(w: World, holder: Holder): Promise<string> {
  const url = `/api/persons/${holder.personId}/signature-form`
  const answer = await press(w.app, holder.cookies, { method: 'POST', url })
  if (answer.statusCode !== 200) throw new Error(`print: ${answer.body}`)
  return answer.json().code
}

/** The person's form, signed. */
export const signedForm = async (w: World, holder: Holder): Promise<PaperForm> =>
  write(printedForm(await formCodeOf(w, holder)), signing)

export const sendForm = (w: World, holder: Holder, bytes: Buffer) =>
  press(w.app, holder.cookies, {
    method: 'POST',
    url: signatureUrl(holder),
    headers: { 'content-type': 'image/jpeg' },
    payload: bytes,
  })

/** A signature that waits for the person's word. */
export async function givenUpload(w: World, holder: Holder): Promise<SignatureView> {
  const answer = await sendForm(w, holder, await scanned(await signedForm(w, holder), { dpi: 100 }))
  if (answer.statusCode !== 201) throw new Error(`upload: ${answer.body}`)
  return answer.json().signature
}

/** As if the person had confirmed it: without the code that goes with it. */
export async function givenFiling(w: World, holder: Holder, signatureId: string): Promise<void> {
  await w.ctx.db
    .insertInto('signature_filing')
    .values({ person_id: holder.personId, signature_id: signatureId, audit_id: newId() })
    .execute()
}

export const fileIt = (
  w: World,
  holder: Pick<Holder, 'personId' | 'cookies'>,
  signatureId: string,
  code: string,
) =>
  press(w.app, holder.cookies, {
    method: 'POST',
    url: signatureUrl(holder, `/${signatureId}/filing`),
    payload: { code },
  })

export const seeThem = (w: World, holder: Pick<Holder, 'personId' | 'cookies'>) =>
  press(w.app, holder.cookies, { method: 'GET', url: signatureUrl(holder) })
