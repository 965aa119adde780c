const PREAMBLE = Uint8Array.of(0xaa, 0xaa, 0xaa, 0x96, 0x69)
/** A module may lose the first AA, or send one too many: what follows them is what counts. */
const ANCHOR = PREAMBLE.subarray(1)
const LENGTH_BYTES = 2
const SHORTEST_BODY = 4
const LONGEST_BODY = 4096

export const xor8 = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum ^ byte, 0)

/** One command as the security module wants it: preamble, length, command, parameter, data, checksum. */
export function buildRequest(
  command: number,
  parameter: number,
  data: Uint8Array = new Uint8Array(0),
): Uint8Array<ArrayBuffer> {
  return frame(Uint8Array.of(command, parameter, ...data))
}

/** One answer as the security module gives it; SW1 and SW2 are the card's words, SW3 the module's. */
export function buildResponse(
  sw3: number,
  data: Uint8Array = new Uint8Array(0),
  sw1 = 0,
  sw2 = 0,
): Uint8Array<ArrayBuffer> {
  return frame(Uint8Array.of(sw1, sw2, sw3, ...data))
}

function frame(content: Uint8Array): Uint8Array<ArrayBuffer> {
  const length = content.length + 1
  const summed = Uint8Array.of(length >> 8, length & 0xff, ...content)
  return Uint8Array.of(...PREAMBLE, ...summed, xor8(summed))
}

export interface SamResponse {
  sw1: number
  sw2: number
  sw3: number
  data: Uint8Array
}
export type Received = SamResponse | 'bad-checksum'

/** Puts frames together from pieces of any size. Looks for a preamble only between frames: a photo may contain one. */
export class SamFrameDecoder {
  #bytes: Uint8Array = new Uint8Array(0)

  /** Bytes of a frame have come, and more must follow. */
  get midFrame(): boolean {
    return anchorEnd(this.#bytes) >= 0
  }

  clear(): void {
    this.#bytes = new Uint8Array(0)
  }

  push(piece: Uint8Array): Received[] {
    this.#bytes = new Uint8Array(Buffer.concat([this.#bytes, piece]))
    const received: Received[] = []
    for (let next = this.#next(); next; next = this.#next()) if (next !== 'no-frame') received.push(next)
    return received
  }

  /** The next frame in the buffer; `no-frame` when a preamble led nowhere, undefined when bytes are missing. */
  #next(): Received | 'no-frame' | undefined {
    const start = anchorEnd(this.#bytes)
    if (start < 0) {
      this.#bytes = this.#bytes.slice(-(ANCHOR.length - 1))
      return undefined
    }
    if (this.#bytes.length < start + LENGTH_BYTES) return undefined
    const length = ((this.#bytes[start] ?? 0) << 8) | (this.#bytes[start + 1] ?? 0)
    if (length < SHORTEST_BODY || length > LONGEST_BODY) {
      this.#bytes = this.#bytes.slice(start)
      return 'no-frame'
    }
    const end = start + LENGTH_BYTES + length
    if (this.#bytes.length < end) return undefined
    const summed = this.#bytes.slice(start, end)
    this.#bytes = this.#bytes.slice(end)
    return xor8(summed) === 0 ? answerIn(summed) : 'bad-checksum'
  }
}

function answerIn(summed: Uint8Array): SamResponse {
  const [, , sw1 = 0, sw2 = 0, sw3 = 0] = summed
  return { sw1, sw2, sw3, data: new Uint8Array(summed.subarray(5, -1)) }
}

function anchorEnd(bytes: Uint8Array): number {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(ANCHOR)
  return at < 0 ? -1 : at + ANCHOR.length
}
