import { queryOptions } from '@tanstack/react-query'
import {
  completeFullNameImport,
  type FullNameImport,
  listFullNameImports,
  mostBytesAtOnce,
  mostNamesAtOnce,
  sendFullNames,
  startFullNameImport,
} from '@zhuji/contract/full-names.ts'
import { inPortions } from '@zhuji/domain/full-name-lines.ts'
import type { FullNameList } from '@zhuji/domain/record-declaration.ts'
import { call } from '../app/call.ts'
import { queryClient } from '../app/query-client.ts'

export const importsQuery = queryOptions({
  queryKey: ['full-name-imports'],
  queryFn: () => call(listFullNameImports, {}),
})

export interface ImportToSend {
  /** Chosen once for a file, so that trying again sends the same import. */
  id: string
  list: FullNameList
  source: string
  edition: string
  names: readonly string[]
}

/** Sends a list portion by portion and completes it; tells after each how many names are there. */
export async function sendImport(
  { id, list, source, edition, names }: ImportToSend,
  tell: (sent: number) => void,
): Promise<FullNameImport> {
  await call(startFullNameImport, { body: { id, list, source, edition } })
  let sent = 0
  for (const portion of inPortions(names, mostNamesAtOnce, mostBytesAtOnce)) {
    await call(sendFullNames, { params: { importId: id }, body: { names: [...portion] } })
    sent += portion.length
    tell(sent)
  }
  const report = await call(completeFullNameImport, {
    params: { importId: id },
    body: { names: names.length },
  })
  return report.import
}

/** What the list shows, and what is offered, has changed. */
export async function importsChanged(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: importsQuery.queryKey })
  queryClient.removeQueries({ queryKey: ['full-names'] })
}
