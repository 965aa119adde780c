import { urlOf } from '@zhuji/contract/client.ts'
import {
  completeFullNameImport,
  sendFullNames,
  startFullNameImport,
  suggestFullNames,
  withdrawFullNameImport,
} from '@zhuji/contract/full-names.ts'
import type { RouteDeclaration } from '@zhuji/contract/route.ts'
import type { FullNameList } from '@zhuji/domain/record-declaration.ts'
import { newId } from '../src/platform/ids.ts'
import { givenOffice, givenStaff, press, type SignedInStaff, type World } from './world.ts'

export async function givenAdministrator(w: World): Promise<SignedInStaff> {
  return givenStaff(w, await givenOffice(w), 'administrator')
}

/** Calls a declared route with these cookies. */
export const ask = (
  w: World,
  cookies: Record<string, string>,
  route: RouteDeclaration,
  sent: { params?: object; query?: object; body?: object } = {},
) =>
  press(w.app, cookies, {
    method: route.method,
    url: urlOf(route, sent as Parameters<typeof urlOf>[1]),
    ...(sent.body && { payload: sent.body }),
  })

export const begun = (changes: object = {}) => ({
  id: newId(),
  list: 'schools' as const,
  source: '测试名录',
  edition: '2026',
  ...changes,
})

/** Steps of an import as the page takes them. */
export const importing = (w: World, { cookies }: SignedInStaff) => ({
  start: (body: object) => ask(w, cookies, startFullNameImport, { body }),
  send: (importId: string, names: readonly string[]) =>
    ask(w, cookies, sendFullNames, { params: { importId }, body: { names } }),
  complete: (importId: string, names: number) =>
    ask(w, cookies, completeFullNameImport, { params: { importId }, body: { names } }),
  withdraw: (importId: string, reason = '版本有误') =>
    ask(w, cookies, withdrawFullNameImport, { params: { importId }, body: { reason } }),
})

/** A complete import of these names; gives its id. */
export async function givenImport(
  w: World,
  administrator: SignedInStaff,
  names: readonly string[],
  list: FullNameList = 'schools',
): Promise<string> {
  const steps = importing(w, administrator)
  const body = begun({ list })
  await steps.start(body)
  await steps.send(body.id, names)
  const answer = await steps.complete(body.id, names.length)
  if (answer.statusCode !== 201) throw new Error(`import: ${answer.body}`)
  return body.id
}

export async function suggested(
  w: World,
  cookies: Record<string, string>,
  q: string,
  list: FullNameList = 'schools',
): Promise<string[]> {
  const answer = await ask(w, cookies, suggestFullNames, { query: { list, q } })
  if (answer.statusCode !== 200) throw new Error(`suggest: ${answer.body}`)
  return answer.json().names
}
