import { type Decision, grant, refuse } from './decision.ts'
import { conditionHolds } from './record-checks.ts'
import type { RecordPayload } from './record-declaration.ts'
import { kindOf, type RecordKind } from './record-kinds.ts'
import type { PageShows } from './scan-pages.ts'

interface Declared {
  kind: RecordKind
  payload: RecordPayload
}

/** What a record's values ask its scan to show besides the certificate or in its place (R4.3, R4.7). */
export const askedPages = ({ kind, payload }: Declared): readonly PageShows[] =>
  kindOf(kind)
    .askedPages.filter((one) => conditionHolds(one, payload))
    .map(({ shows }) => shows)

export type ShowsRefusal = { code: 'scan-not-asked' } | { code: 'page-not-asked'; shows: PageShows }

/**
 * May a page that shows this be added to the record's scan? The certificate of every kind that has a scan; a written
 * proof and a review form only where the record's values ask for one (R4.3, R4.7). Refuses `scan-not-asked` for a
 * kind without a scan, `page-not-asked` otherwise.
 */
export function decideShows(record: Declared, shows: PageShows): Decision<true, ShowsRefusal> {
  if (kindOf(record.kind).scan === 'none') return refuse({ code: 'scan-not-asked' })
  if (shows === 'certificate' || askedPages(record).includes(shows)) return grant(true)
  return refuse({ code: 'page-not-asked', shows })
}
