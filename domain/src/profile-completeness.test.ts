import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type CountedProfile,
  type CountedRecord,
  missingScans,
  profileCompleteness,
} from './profile-completeness.ts'

const education: CountedRecord = {
  kind: 'education',
  payload: { lost: false },
  scans: [{ shows: 'certificate' }],
  refusal: null,
}
const empty: CountedProfile = { records: [], signature: 'none', none: [] }
const percent = (changes: Partial<CountedProfile>) => profileCompleteness({ ...empty, ...changes }).percent
const state = (records: CountedRecord[]) => profileCompleteness({ ...empty, records }).sections.education

test('R4.11 a new profile has its card and nothing else', () => {
  const { percent, sections } = profileCompleteness(empty)
  assert.equal(percent, 12)
  assert.deepEqual(
    [sections.basic, sections.registration, sections.credit],
    ['supplied', 'supplied', 'supplied'],
  )
  assert.deepEqual([sections.title, sections.signature], ['missing', 'missing'])
})

test('R4.11 a section is whole when all of its records are', () => {
  assert.equal(state([education]), 'filled')
  assert.equal(state([education, { ...education, scans: [] }]), 'begun')
  assert.equal(state([{ ...education, refusal: {} }]), 'begun')
})

test('R4.11 what a person has none of counts as done, until a record is there', () => {
  assert.equal(percent({ none: ['title', 'skill'] }), 37)
  const { sections } = profileCompleteness({
    ...empty,
    none: ['education'],
    records: [{ ...education, scans: [] }],
  })
  assert.equal(sections.education, 'begun')
})

test('R4.11 everything done is a hundred, the last step only at the end', () => {
  const experience: CountedRecord = { kind: 'experience', payload: {}, scans: [], refusal: null }
  const performance: CountedRecord = { kind: 'performance', payload: {}, scans: [], refusal: null }
  const all = { records: [education, experience, performance], none: ['title', 'skill', 'post'] as const }
  assert.equal(percent({ ...all, none: [...all.none], signature: 'to-confirm' }), 93)
  assert.equal(percent({ ...all, none: [...all.none], signature: 'filed' }), 100)
})

test('R4.3 R4.7 what a scan lacks depends on what the record says', () => {
  assert.deepEqual(missingScans({ ...education, scans: [] }), ['certificate'])
  assert.deepEqual(missingScans({ ...education, payload: { lost: true } }), ['proof'])
  assert.deepEqual(missingScans({ ...education, payload: { lost: true }, scans: [{ shows: 'proof' }] }), [])
  const source = { text: '职称评审表', code: 'review-form' }
  const title: CountedRecord = { ...education, kind: 'title', payload: { specialtySource: source } }
  assert.deepEqual(missingScans(title), ['review-form'])
  assert.deepEqual(missingScans({ ...title, kind: 'experience' }), [])
})
