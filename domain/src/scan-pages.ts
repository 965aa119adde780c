import { type Decision, grant, refuse } from './decision.ts'

/** Pages that the scan of one record may have. */
export const mostPages = 6

/** May one more page be added to a scan of so many? Refuses `scan-pages-full` with the limit. */
export function decidePage(pages: number): Decision<true, { code: 'scan-pages-full'; most: number }> {
  return pages < mostPages ? grant(true) : refuse({ code: 'scan-pages-full', most: mostPages })
}
