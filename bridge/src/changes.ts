/** Counts changes of the bridge's state and wakes whoever waits for one. Runs on from restart to restart. */
export class Changes {
  #revision = Date.now()
  readonly #waiting = new Set<() => void>()

  get revision(): number {
    return this.#revision
  }

  changed(): void {
    this.#revision += 1
    for (const wake of [...this.#waiting]) wake()
  }

  /** Resolves at the next change, after so many milliseconds, or when the signal says that nobody waits any more. */
  next(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer)
        this.#waiting.delete(end)
        signal.removeEventListener('abort', end)
        resolve()
      }
      const timer = setTimeout(end, milliseconds)
      this.#waiting.add(end)
      signal.addEventListener('abort', end)
      if (signal.aborted) end()
    })
  }
}
