import assert from 'node:assert/strict'
import { test } from 'node:test'
import { consentStands, optionalUses, optionalUseTerms } from './consent.ts'

for (const use of optionalUses) {
  const { wording } = optionalUseTerms[use]
  test(`R12.5 ${use}: only a consent to the wording of today stands`, () => {
    assert.equal(consentStands(use, null), false)
    assert.equal(consentStands(use, { given: true, wording }), true)
    assert.equal(consentStands(use, { given: false, wording }), false)
    assert.equal(consentStands(use, { given: true, wording: wording - 1 }), false)
    assert.equal(consentStands(use, { given: true, wording: wording + 1 }), false)
  })
}
