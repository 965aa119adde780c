/** What a simulated reader can be made to do wrong, and which commands it then spoils. */
interface Fault {
  /** CMD and PARA as one number; all commands when absent. */
  commands?: readonly number[]
  sw3?: number
  spoil?: 'silence' | 'half-frame' | 'wrong-checksum' | 'wrong-length'
  /** The card leaves the field while the command runs. */
  lifts?: true
}

export const FIND = 0x2001
export const SELECT = 0x2002
export const READ = 0x3001

export const faults = {
  silence: { spoil: 'silence' },
  'half-frame': { spoil: 'half-frame' },
  'wrong-checksum': { spoil: 'wrong-checksum' },
  'wrong-length': { commands: [READ], spoil: 'wrong-length' },
  'read-silence': { commands: [READ], spoil: 'silence' },
  'self-test': { sw3: 0x60 },
  'not-authorised': { sw3: 0x66 },
  'card-rejected': { commands: [SELECT, READ], sw3: 0x32 },
  'select-fails': { commands: [SELECT], sw3: 0x81 },
  'taken-away': { commands: [READ], sw3: 0x41, lifts: true },
  'read-fails': { commands: [READ], sw3: 0x41 },
  'card-fault': { commands: [SELECT, READ], sw3: 0x47 },
  unrecognised: { commands: [FIND], sw3: 0x24 },
  'wrong-command': { commands: [FIND], sw3: 0x21 },
  /** The line itself is gone: nobody is connected, nobody can connect. */
  unplugged: {},
} as const satisfies Record<string, Fault>
export type FaultName = keyof typeof faults

export const faultNames = Object.keys(faults) as [FaultName, ...FaultName[]]

/** A fault that holds for so many spoiled commands, or until it is taken back. */
export class FaultSwitch {
  #name: FaultName | null = null
  #left = 0

  get name(): FaultName | null {
    return this.#left > 0 ? this.#name : null
  }

  set(name: FaultName | null, times = Number.POSITIVE_INFINITY): void {
    this.#name = name
    this.#left = times
  }

  /** The fault that spoils this command, which counts as one time. */
  strike(command: number): Fault | undefined {
    const fault: Fault | undefined = this.name ? faults[this.name] : undefined
    if (!fault || fault.commands?.includes(command) === false) return undefined
    this.#left -= 1
    return fault
  }
}
