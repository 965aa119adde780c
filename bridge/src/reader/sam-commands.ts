import { buildRequest } from './sam-frames.ts'

export interface SamCommand {
  /** For the log. */
  name: string
  request: Uint8Array
  /** Which of the configured time-outs holds. */
  timeout: 'command' | 'read'
}

/** All that the bridge ever sends. Fingerprints, the line's speed and the radio's frame are not among it on purpose. */
export const commands = {
  reset: { name: 'reset', request: buildRequest(0x10, 0xff), timeout: 'command' },
  status: { name: 'status', request: buildRequest(0x11, 0xff), timeout: 'command' },
  moduleId: { name: 'module-id', request: buildRequest(0x12, 0xff), timeout: 'command' },
  find: { name: 'find', request: buildRequest(0x20, 0x01), timeout: 'command' },
  select: { name: 'select', request: buildRequest(0x20, 0x02), timeout: 'command' },
  read: { name: 'read', request: buildRequest(0x30, 0x01), timeout: 'read' },
} as const satisfies Record<string, SamCommand>

export const OK = 0x90
export const CARD_FOUND = 0x9f
export const NO_CARD = 0x80

/** What a status byte other than success asks of the bridge. */
export type SamTrouble =
  | 'line-error'
  | 'protocol'
  | 'self-test'
  | 'not-authorised'
  | 'card-rejected'
  | 'moved'
  | 'card-fault'

const troubles: Record<number, SamTrouble> = {
  16: 'line-error',
  17: 'line-error',
  33: 'protocol',
  35: 'protocol',
  49: 'card-rejected',
  50: 'card-rejected',
  51: 'card-rejected',
  64: 'card-rejected',
  65: 'moved',
  96: 'self-test',
  102: 'not-authorised',
  128: 'moved',
  129: 'moved',
}

/** 24, 47 and any byte that no table names: try again, then reset. */
export const troubleOf = (sw3: number): SamTrouble => troubles[sw3] ?? 'card-fault'

/** The module's id as makers print it; ids are compared by their 16 bytes. */
export function formatSamId(id: Uint8Array): string {
  const view = new DataView(id.buffer, id.byteOffset, id.byteLength)
  const digits = (value: number, width: number) => String(value).padStart(width, '0')
  const [year, unit, serial] = [4, 8, 12].map((offset) => view.getUint32(offset, true))
  return [
    `${digits(view.getUint16(0, true), 2)}.${digits(view.getUint16(2, true), 2)}`,
    digits(year ?? 0, 8),
    digits(unit ?? 0, 10),
    digits(serial ?? 0, 10),
  ].join('-')
}
