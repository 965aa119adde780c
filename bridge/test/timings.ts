import type { BridgeTimings } from '../src/bridge.ts'

/** The bridge's waits, shortened; still long enough for a busy machine to answer in. */
export const quick: BridgeTimings = {
  reader: {
    poll: 10,
    command: 300,
    read: 400,
    gap: 60,
    retry: 5,
    silent: 80,
    afterReset: 20,
    health: 100,
    lookAgain: 30,
    busyAgain: 30,
    backOff: [20, 40],
    sameCard: 400,
    notice: 150,
  },
  again: { first: 20, longest: 200 },
  request: 3000,
  longPoll: 300,
  enrolment: 300,
}
