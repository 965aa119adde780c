/** Why a port could not be opened, in the words of the reader's lamp. */
export type OpenFailure = 'no-reader' | 'port-busy' | 'no-permission'

export class OpenError extends Error {
  readonly failure: OpenFailure
  constructor(failure: OpenFailure, cause?: unknown) {
    super(failure, { cause })
    this.name = 'OpenError'
    this.failure = failure
  }
}

/** A stream of bytes to one reader: a serial line, or whatever stands in for one. One object, one opening. */
export interface Transport {
  /** Rejects with OpenError. */
  open(): Promise<void>
  write(bytes: Uint8Array): Promise<void>
  onData(listener: (bytes: Uint8Array) => void): void
  /** The other side went away, or close was called. */
  onClose(listener: () => void): void
  close(): Promise<void>
}

/** A reader's address and the ways to open it, in the order to try: a serial line has one for every speed. */
export interface ReaderPort {
  ways: readonly (() => Transport)[]
}

const permissionCodes = ['EACCES', 'EPERM']
const busyCodes = ['EBUSY', 'EADDRINUSE']

export function openFailureOf(error: unknown): OpenFailure {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  // A serial driver tells these two apart by its text alone; Windows says access denied of a port in use.
  if (busyCodes.includes(code) || /cannot lock port|access denied/i.test(message)) return 'port-busy'
  if (permissionCodes.includes(code)) return 'no-permission'
  return 'no-reader'
}
