/** Something that tells each of its changes: a test waits for what it expects, or fails after the patience is over. */
export class Watched<T> {
  readonly seen: T[] = []
  readonly #waiting = new Set<() => void>()

  push = (value: T): void => {
    this.seen.push(value)
    for (const look of [...this.#waiting]) look()
  }

  clear(): void {
    this.seen.length = 0
  }

  until(expected: (value: T) => boolean, patience = 10_000): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(look)
        reject(
          new Error(
            `waited in vain; saw ${this.seen.map((one) => (typeof one === 'string' ? one : typeof one))}`,
          ),
        )
      }, patience)
      const look = () => {
        const found = this.seen.find(expected)
        if (found === undefined) return
        clearTimeout(timer)
        this.#waiting.delete(look)
        resolve(found)
      }
      this.#waiting.add(look)
      look()
    })
  }
}
