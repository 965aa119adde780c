import { createHash } from 'node:crypto'
import pg from 'pg'

const most = 500

/** A client that prepares each distinct text once on the server: parsing and planning are paid once, not per call. */
export class NamedClient extends pg.Client {
  readonly #names = new Map<string, string>()

  override query(...args: any[]): any {
    const [text, values, ...rest] = args
    if (typeof text === 'string' && Array.isArray(values)) {
      const name = this.#nameOf(text)
      if (name) return super.query({ name, text, values }, ...rest)
    }
    return (super.query as (...all: any[]) => any)(...args)
  }

  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text)
    if (known || this.#names.size >= most) return known
    const name = `s${createHash('sha1').update(text).digest('hex').slice(0, 20)}`
    this.#names.set(text, name)
    return name
  }
}
