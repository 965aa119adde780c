/** Milliseconds of everything that the reader's loop waits for; shorter ones make tests quick. */
export const readerTimings = {
  poll: 300,
  /** Status, module id, find, select, reset. */
  command: 1000,
  read: 3000,
  /** Silence inside a frame that ends the wait for its rest. */
  gap: 500,
  /** Between silent retries of a card that was swiped rather than laid down. */
  retry: 50,
  /** How long retries stay silent. */
  silent: 1000,
  afterReset: 2000,
  health: 30_000,
  lookAgain: 2000,
  busyAgain: 5000,
  backOff: [1000, 2000, 5000, 10_000],
  sameCard: 3000,
  /** How long the lamp keeps telling what went wrong with a card that is gone. */
  notice: 5000,
}
export type ReaderTimings = typeof readerTimings
