/**
 * One line of the log: a code and its facts. Never a name, a number, an address, a block or a photo: whoever
 * writes a line passes codes, counts, status bytes and durations only.
 */
export type Log = (
  level: 'debug' | 'info' | 'warn' | 'error',
  code: string,
  facts?: Record<string, string | number | boolean | null>,
) => void
