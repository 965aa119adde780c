import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decideDelay } from './delayed-disclosure.ts'

const asked = { askedBy: 'one', isSet: false }
const set = { by: 'another', shownFrom: '2026-10-01', today: '2026-09-01' }

const cases: [rule: string, request: Partial<typeof asked>, changes: Partial<typeof set>, told: string][] = [
  ['a second person sets the date', {}, {}, '2026-10-01'],
  ['never the one who asks', {}, { by: 'one' }, 'delay-needs-second-person'],
  ['a date once set stays', { isSet: true }, {}, 'delay-already-set'],
  ['today is no delay', {}, { shownFrom: '2026-09-01' }, 'delay-date-impossible'],
  ['tomorrow is one', {}, { shownFrom: '2026-09-02' }, '2026-09-02'],
  ['180 days at most', {}, { shownFrom: '2027-02-28' }, '2027-02-28'],
  ['no day more', {}, { shownFrom: '2027-03-01' }, 'delay-date-impossible'],
]
for (const [rule, request, changes, told] of cases)
  test(`R12.1 a look for a complaint shown later: ${rule}`, () => {
    const decision = decideDelay({ ...asked, ...request }, { ...set, ...changes })
    assert.equal(decision.granted ? decision.value : decision.refusal.code, told)
  })
