import { type Decision, grant, refuse } from './decision.ts'

/** What a page shows: the certificate, the written proof of a lost one (R4.7), the review form of a title (R4.3). */
export const pageShows = ['certificate', 'proof', 'review-form'] as const
export type PageShows = (typeof pageShows)[number]

/** Pages that the scan of one record may have. */
export const mostPages = 6

/** A page as it stands: its number, counted from 1, and what it shows. */
export interface StandingPage {
  page: number
  shows: PageShows
}

/** The place of the page that an order adds. */
export const newPage = 0

/** May one more page be added to a scan of so many? Refuses `scan-pages-full` with the limit. */
export function decidePage(pages: number): Decision<true, { code: 'scan-pages-full'; most: number }> {
  return pages < mostPages ? grant(true) : refuse({ code: 'scan-pages-full', most: mostPages })
}

/**
 * The pages of the next version by their present numbers, with `newPage` for the one that is added: last, but what is
 * no review form before the first review form, which comes after the certificate (R4.3).
 */
export function orderWith(pages: readonly StandingPage[], shows: PageShows): readonly number[] {
  const numbers = pages.map(({ page }) => page)
  const reviewForm = pages.findIndex((one) => one.shows === 'review-form')
  const at = shows === 'review-form' || reviewForm < 0 ? pages.length : reviewForm
  return numbers.toSpliced(at, 0, newPage)
}

export type OrderRefusal = { code: 'scan-order-incomplete'; pages: number } | { code: 'review-form-not-last' }

/**
 * May the pages stand in this order, given by their present numbers? Refuses `scan-order-incomplete` when it does not
 * name every page once, `review-form-not-last` when a page of the review form would come before another one (R4.3).
 */
export function decideOrder(
  pages: readonly StandingPage[],
  order: readonly number[],
): Decision<readonly number[], OrderRefusal> {
  const shows = new Map(pages.map((one) => [one.page, one.shows]))
  const isWhole = order.length === pages.length && new Set(order).size === pages.length
  if (!isWhole || order.some((page) => !shows.has(page)))
    return refuse({ code: 'scan-order-incomplete', pages: pages.length })
  const reviewForm = order.findIndex((page) => shows.get(page) === 'review-form')
  const isLast = reviewForm < 0 || order.slice(reviewForm).every((page) => shows.get(page) === 'review-form')
  return isLast ? grant(order) : refuse({ code: 'review-form-not-last' })
}
