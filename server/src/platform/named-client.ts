import { createHash } from 'node:crypto'
import pg from 'pg'

const most = 500

type Query = (...args: unknown[]) => unknown

/** A client that prepares each distinct text once on the server: parsing and planning are paid once, not per call. */
export class NamedClient extends pg.Client {
  readonly #names = new Map<string, string>()

  // pg declares a dozen overloads of one function; only text with values is of interest here.
  override query = ((...args: unknown[]): unknown => {
    const query = super.query.bind(this) as Query
    const [text, values, ...rest] = args
    const name = typeof text === 'string' && Array.isArray(values) ? this.#nameOf(text) : undefined
    return name ? query({ name, text, values }, ...rest) : query(...args)
  }) as pg.Client['query']

  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text)
    if (known || this.#names.size >= most) return known
    const name = `s${createHash('sha1').update(text).digest('hex').slice(0, 20)}`
    this.#names.set(text, name)
    return name
  }
}
