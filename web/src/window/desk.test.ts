import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Desk, type DeskAct, deskAfter, layOut, nextOpen, outcomeOf } from './desk.ts'

const record = { id: 'a', kind: 'education', version: 3, scans: [{}, {}] } as const
const after = (...acts: DeskAct[]): Desk => acts.reduce(deskAfter, layOut(record))
const confirm: DeskAct = { act: 'confirm' }
const page = (of: number): DeskAct => ({ act: 'show-page', page: of, version: 3 })
const allConfirmed = [confirm, confirm, confirm, confirm]

test('R7.4 G94 Enter confirms the compared fields in the declared order and no other', () => {
  assert.deepEqual(after(confirm, confirm).confirmed, ['school', 'specialty'])
  assert.equal(after(confirm, confirm).field, 'level')
  const all = after(...allConfirmed, confirm, confirm)
  assert.deepEqual(all.confirmed, ['school', 'specialty', 'level', 'issued'])
})

test('R7.4 verifying needs every field confirmed and every page of the scan displayed', () => {
  assert.deepEqual(outcomeOf(after(confirm, page(1))), {
    outcome: 'missing',
    fields: ['specialty', 'level', 'issued'],
    pages: 1,
    noScan: false,
  })
  assert.equal(outcomeOf(after(...allConfirmed, page(1))).outcome, 'missing')
  assert.equal(outcomeOf(after(...allConfirmed, page(1), page(1))).outcome, 'missing')
  assert.deepEqual(outcomeOf(after(...allConfirmed, page(1), page(2))), { outcome: 'verify' })
})

test('R7.4 a certificate without a scan is never offered for verifying', () => {
  const bare = allConfirmed.reduce(deskAfter, layOut({ ...record, scans: [] }))
  assert.deepEqual(outcomeOf(bare), { outcome: 'missing', fields: [], pages: 0, noScan: true })
})

test('R7.5 chosen reasons refuse, in the guide’s order, also when every field is confirmed', () => {
  const chosen = after(
    ...allConfirmed,
    page(1),
    page(2),
    { act: 'reason', reason: 'scan-differs' },
    { act: 'reason', reason: 'scan-unclear' },
  )
  assert.deepEqual(outcomeOf(chosen), { outcome: 'refuse', reasons: ['scan-unclear', 'scan-differs'] })
  const takenBack = deskAfter(deskAfter(chosen, { act: 'reason', reason: 'scan-differs' }), {
    act: 'reason',
    reason: 'scan-unclear',
  })
  assert.equal(outcomeOf(takenBack).outcome, 'verify')
})

test('R7.7 a page of another version does not count as displayed', () => {
  assert.deepEqual(after({ act: 'show-page', page: 1, version: 2 }).displayed, [])
})

test('R7.8 a field taken back is the next to confirm, and Enter goes on to what is left', () => {
  const takenBack = after(...allConfirmed, { act: 'toggle', field: 'specialty' })
  assert.equal(takenBack.field, 'specialty')
  assert.equal(deskAfter(takenBack, confirm).field, null)
  const skipped = after({ act: 'step', by: 1 }, confirm, confirm, confirm)
  assert.equal(skipped.field, 'school')
})

test('R7.8 stepping stays within the fields', () => {
  assert.equal(after({ act: 'step', by: -1 }).field, 'school')
  assert.equal(after(...allConfirmed, { act: 'step', by: 1 }).field, 'issued')
})

test('R7.8 after a decision the next open certificate comes, then the first one left, then none', () => {
  const row = (id: string, level: string, refusal: unknown = null) => ({ id, level, refusal })
  const records = [row('a', 'D'), row('b', 'D'), row('c', 'D', {}), row('d', 'D'), row('e', 'C')]
  assert.equal(nextOpen(records, 'b')?.id, 'd')
  assert.equal(nextOpen(records, 'd')?.id, 'a')
  assert.equal(nextOpen([row('a', 'D'), row('c', 'D', {}), row('e', 'C')], 'a'), null)
})
