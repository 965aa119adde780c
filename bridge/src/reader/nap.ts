/** A pause that ends early when somebody wakes it. A wake-up that comes before the pause is not lost. */
export class Nap {
  #wake: (() => void) | undefined
  #woken = false

  wake(): void {
    this.#woken = true
    this.#wake?.()
  }

  /** Waits so long, or without end when no time is given. */
  async take(milliseconds?: number): Promise<void> {
    if (!this.#woken)
      await new Promise<void>((resolve) => {
        const timer = milliseconds === undefined ? undefined : setTimeout(resolve, milliseconds)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    this.#wake = undefined
    this.#woken = false
  }
}
