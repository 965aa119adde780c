/** The pages that an order names, in it and numbered anew; what it leaves out is gone. */
export function inOrder<P extends { page: number }>(pages: readonly P[], order: readonly number[]): P[] {
  const named = new Map(pages.map((one) => [one.page, one]))
  return order.flatMap((page) => named.get(page) ?? []).map((one, index) => ({ ...one, page: index + 1 }))
}
