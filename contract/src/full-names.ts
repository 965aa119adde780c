import { longestFullName } from '@zhuji/domain/full-name-lines.ts'
import { fullNameLists } from '@zhuji/domain/record-declaration.ts'
import { z } from 'zod'
import { plainText } from './plain-text.ts'
import { route } from './route.ts'

/** Names in one portion of an import; together they stay below the size of a request. */
export const mostNamesAtOnce = 1_000
export const mostBytesAtOnce = 200_000
/** A list of this size is sent within minutes; a larger one is no list of names. */
export const mostNamesInImport = 200_000

/** Names that begin with or contain what was typed; from verified data and imported lists only, never invented (R4.6). */
export const suggestFullNames = route({
  method: 'GET',
  path: '/api/full-names',
  act: 'suggest-full-names',
  summary: 'Full names that begin with or contain a text, at most ten',
  query: z.strictObject({ list: z.enum(fullNameLists), q: plainText(longestFullName).min(1) }),
  response: z.object({ names: z.array(z.string()) }),
})

export const FullNameImport = z
  .object({
    id: z.uuid(),
    list: z.enum(fullNameLists),
    source: z.string(),
    edition: z.string(),
    status: z.enum(['open', 'complete', 'withdrawn']),
    /** Names in it; of an open import those that have arrived. */
    names: z.int(),
    startedAt: z.iso.datetime(),
    completedAt: z.iso.datetime().nullable(),
    withdrawnAt: z.iso.datetime().nullable(),
    withdrawalReason: z.string().nullable(),
  })
  .meta({ id: 'FullNameImport' })
export type FullNameImport = z.infer<typeof FullNameImport>

export const listFullNameImports = route({
  method: 'GET',
  path: '/api/admin/full-name-imports',
  act: 'manage-full-names',
  summary: 'Imported lists of full names, newest first',
  response: z.object({ imports: z.array(FullNameImport) }),
})

/** The page chooses the id: beginning the same import twice makes one. */
export const startFullNameImport = route({
  method: 'POST',
  path: '/api/admin/full-name-imports',
  act: 'manage-full-names',
  summary: 'Begin to import a list of full names',
  body: z.strictObject({
    id: z.uuid(),
    list: z.enum(fullNameLists),
    source: plainText(100).min(2),
    edition: plainText(40).min(1),
  }),
  status: 201,
  response: z.object({ id: z.uuid() }),
})

const importParams = z.object({ importId: z.uuid() })

/** A portion of the names; the same portion again changes nothing. */
export const sendFullNames = route({
  method: 'PUT',
  path: '/api/admin/full-name-imports/:importId/names',
  act: 'manage-full-names',
  summary: 'Send some of the names of an import',
  params: importParams,
  body: z.strictObject({
    names: z.array(plainText(longestFullName).min(1)).min(1).max(mostNamesAtOnce),
  }),
  response: z.object({ added: z.int() }),
})

/** From now on its names are offered. `names` is how many were sent: one that is still missing is noticed. */
export const completeFullNameImport = route({
  method: 'POST',
  path: '/api/admin/full-name-imports/:importId/completion',
  act: 'manage-full-names',
  summary: 'Complete an import',
  params: importParams,
  body: z.strictObject({ names: z.int().positive().max(mostNamesInImport) }),
  status: 201,
  response: z.object({ import: FullNameImport }),
})

/** Names that no other list and no verified record bears are offered no longer. */
export const withdrawFullNameImport = route({
  method: 'POST',
  path: '/api/admin/full-name-imports/:importId/withdrawal',
  act: 'manage-full-names',
  summary: 'Withdraw an imported list',
  params: importParams,
  body: z.strictObject({ reason: plainText(200).min(2) }),
  status: 201,
  response: z.object({ import: FullNameImport }),
})
