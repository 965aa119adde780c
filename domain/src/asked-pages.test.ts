import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decideShows } from './asked-pages.ts'
import { kindOf, recordKindNames } from './record-kinds.ts'
import { pageShows } from './scan-pages.ts'

const lost = { lost: true }
const fromForm = { specialtySource: { text: '职称评审表', code: 'review-form' } }
const fromCertificate = { specialtySource: { text: '职称证书', code: 'certificate' } }

for (const [kind, payload, taken] of [
  ['education', {}, ['certificate']],
  ['education', lost, ['certificate', 'proof']],
  ['degree', lost, ['certificate']],
  ['title', fromCertificate, ['certificate']],
  ['title', fromForm, ['certificate', 'review-form']],
  ['skill', {}, ['certificate']],
  ['post', {}, ['certificate']],
] as const)
  test(`R4.3 R4.7 of ${kind} with ${JSON.stringify(payload)} a scan takes ${taken.join(', ')}`, () => {
    const granted = pageShows.filter((shows) => decideShows({ kind, payload }, shows).granted)
    assert.deepEqual(granted, taken)
  })

test('R4.3 R4.7 the refusal names the page that nothing asks for', () =>
  assert.deepEqual(decideShows({ kind: 'education', payload: {} }, 'review-form'), {
    granted: false,
    refusal: { code: 'page-not-asked', shows: 'review-form' },
  }))

test('R4.4 R4.5 a kind without a scan takes no page, whatever it shows', () => {
  const without = recordKindNames.filter((kind) => kindOf(kind).scan === 'none')
  assert.deepEqual(without, ['registration', 'experience', 'performance', 'credit'])
  for (const kind of without)
    for (const shows of pageShows)
      assert.deepEqual(decideShows({ kind, payload: lost }, shows), {
        granted: false,
        refusal: { code: 'scan-not-asked' },
      })
})
