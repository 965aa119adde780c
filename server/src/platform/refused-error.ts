/**
 * What the domain or a use case refuses: `code` has words in both languages in the contract's refusal table, which may
 * need what stands beside it. All of it is sent to the one who asked.
 */
export type Refusal = { code: string } & { readonly [detail: string]: unknown }

export class RefusedError extends Error {
  readonly status: number
  readonly refusal: Refusal
  constructor(status: number, refusal: Refusal) {
    super(refusal.code)
    this.name = 'RefusedError'
    this.status = status
    this.refusal = refusal
  }
}

/** Who may not see a thing hears that it is not there. */
export const notFound = () => new RefusedError(404, { code: 'not-found' })
export const conflict = (refusal: Refusal) => new RefusedError(409, refusal)
export const unprocessable = (refusal: Refusal) => new RefusedError(422, refusal)
export const tooMany = (refusal: Refusal & { retryAt: string }) => new RefusedError(429, refusal)
