import { useNavigate, useSearch } from '@tanstack/react-router'
import type { RecordKind } from '@zhuji/domain/record-kinds.ts'
import { recordPathOf } from './record-places.ts'
import type { RecordSearch } from './record-search.ts'

/** What stands open on this page of records. */
export const useRecordSearch = (): RecordSearch => useSearch({ strict: false })

/** Gives a function that opens something on the page of this kind; with nothing it closes what is open. */
export function useOpenRecord(kind: RecordKind) {
  const navigate = useNavigate()
  return (search: RecordSearch, how: { hash?: string; replace?: boolean } = {}) =>
    void navigate({ to: recordPathOf(kind), search, ...how })
}
