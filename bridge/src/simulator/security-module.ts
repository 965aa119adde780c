import { buildResponse, xor8 } from '../reader/sam-frames.ts'
import { type FaultSwitch, FIND, READ, SELECT } from './faults.ts'

export interface SimulatedCard {
  textBlock: Uint8Array
  photo: Uint8Array
}

/** The example id of the protocol description: 05.01-20200901-0001234567-3456789012. */
const SAM_ID = Buffer.from('05000100C53D340187D61200146A0ACE', 'hex')
const HEADER = Buffer.from('AAAAAA9669', 'hex')
const SHORTEST = 10
const RESET = 0x10ff

type Answer = { sw3: number; data?: Uint8Array<ArrayBuffer> }

/** Answers like the sealed module of a reader: one card in the field, and the order find, select, read. */
export class SecurityModule {
  readonly #faults: FaultSwitch
  #card: SimulatedCard | undefined
  #stage: 'idle' | 'found' | 'selected' | 'read' = 'idle'
  /** A hand is slower than the polling: the field is found empty once between two cards. */
  #empty = false
  /** The different CMD and PARA that came, as four hexadecimal digits. */
  readonly heard = new Set<string>()

  constructor(faults: FaultSwitch) {
    this.#faults = faults
  }

  get hasCard(): boolean {
    return this.#card !== undefined
  }

  lay(card: SimulatedCard): void {
    if (this.#card) this.lift()
    this.#card = card
  }

  lift(): void {
    this.#card = undefined
    this.#stage = 'idle'
    this.#empty = true
  }

  /** The bytes that answer a request; none when the module stays silent. */
  answer(request: Uint8Array): Uint8Array | undefined {
    if (request.length < SHORTEST || !HEADER.equals(request.subarray(0, 5))) return undefined
    if (xor8(request.subarray(5)) !== 0) return buildResponse(0x10)
    const command = ((request[7] ?? 0) << 8) | (request[8] ?? 0)
    this.heard.add(command.toString(16).padStart(4, '0'))
    const fault = this.#faults.strike(command)
    if (fault?.lifts) this.lift()
    if (fault?.spoil === 'silence') return undefined
    const { sw3, data } = fault?.sw3 === undefined ? this.#run(command) : { sw3: fault.sw3 }
    return spoiled(buildResponse(sw3, data), fault?.spoil)
  }

  #run(command: number): Answer {
    if (command === FIND) return this.#find()
    if (command === SELECT) return this.#select()
    if (command === READ) return this.#read()
    if (command === RESET) this.#stage = 'idle'
    if (command === 0x12ff) return { sw3: 0x90, data: SAM_ID }
    if (command === 0x3003) return { sw3: 0x91 }
    return { sw3: command === RESET || command === 0x11ff ? 0x90 : 0x21 }
  }

  #find(): Answer {
    const wasEmpty = this.#empty
    this.#empty = false
    if (!this.#card || wasEmpty || this.#stage === 'read') return { sw3: 0x80 }
    this.#stage = 'found'
    return { sw3: 0x9f, data: new Uint8Array(4) }
  }

  #select(): Answer {
    if (!this.#card || this.#stage !== 'found') return { sw3: 0x81 }
    this.#stage = 'selected'
    return { sw3: 0x90, data: new Uint8Array(8) }
  }

  #read(): Answer {
    if (!this.#card || this.#stage !== 'selected') return { sw3: 0x41 }
    this.#stage = 'read'
    const { textBlock, photo } = this.#card
    const lengths = Buffer.alloc(4)
    lengths.writeUInt16BE(textBlock.length, 0)
    lengths.writeUInt16BE(photo.length, 2)
    return { sw3: 0x90, data: Buffer.concat([lengths, textBlock, photo]) }
  }
}

function spoiled(response: Uint8Array<ArrayBuffer>, spoil: string | undefined): Uint8Array {
  if (spoil === 'half-frame') return response.slice(0, Math.max(8, response.length >> 1))
  if (spoil === 'wrong-length') return buildResponse(0x90, response.subarray(10, -3))
  if (spoil === 'wrong-checksum')
    return Uint8Array.of(...response.slice(0, -1), (response.at(-1) ?? 0) ^ 0x5a)
  return response
}
