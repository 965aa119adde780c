import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maskedScreens, maskedValue, personalFields, shown, viewerRoles } from './masking-table.ts'

test('R12.2 what the table does not name is hidden: the public sees nothing at all', () => {
  for (const field of personalFields)
    for (const screen of maskedScreens) {
      assert.equal(shown('public', field, screen), 'hidden')
      assert.equal(maskedValue('public', field, screen, '张三丰'), null)
    }
})

test('R12.2 a number is whole only for its person and on the panel of the card just read', () => {
  const whole = viewerRoles.flatMap((role) =>
    maskedScreens
      .filter((screen) => shown(role, 'number', screen) === 'clear')
      .map((screen) => `${role} ${screen}`),
  )
  assert.deepEqual(whole, ['practitioner-self profile', 'clerk card-panel'])
})

test('R12.2 a mobile number is whole for nobody, an address only where its number is', () => {
  for (const role of viewerRoles)
    for (const screen of maskedScreens) {
      assert.notEqual(shown(role, 'mobile', screen), 'clear')
      if (shown(role, 'number', screen) !== 'clear') assert.equal(shown(role, 'address', screen), 'hidden')
    }
})

test('R12.2 the clerk sees every fact of the card just read', () => {
  for (const field of [
    'name',
    'number',
    'address',
    'birth-date',
    'portrait',
    'issuer',
    'validity',
    'sex',
    'ethnic-group',
    'nationality',
  ] as const) {
    assert.equal(shown('clerk', field, 'card-panel'), 'clear')
    assert.equal(maskedValue('clerk', field, 'card-panel', '测试甲'), '测试甲')
  }
})

test('R12.2 only screens of records show a scan, and to enterprises none', () => {
  const seen = viewerRoles.flatMap((role) =>
    maskedScreens
      .filter((screen) => shown(role, 'scan', screen) !== 'hidden')
      .map((screen) => `${role} ${screen}`),
  )
  assert.deepEqual(seen, [
    'practitioner-self profile',
    'clerk verification',
    'clerk profile',
    'reviewer verification',
    'reviewer profile',
  ])
})

test('R12.2 masked values take the form of their field', () => {
  assert.equal(maskedValue('clerk', 'number', 'list', '310101199001010012'), '310101********0012')
  assert.equal(maskedValue('clerk', 'mobile', 'profile', '13512345670'), '135****5670')
  assert.equal(maskedValue('clerk', 'birth-date', 'verification', '1990-01-01'), '1990-**-**')
  assert.equal(maskedValue('administrator', 'name', 'list', '张三丰'), '张**')
  assert.equal(maskedValue('reviewer', 'referee-phone', 'profile', '13512345670'), '135****5670')
})

test('R3.8 G26 the page of the phone change shows 135****0', () => {
  for (const role of ['clerk', 'practitioner-self'] as const)
    assert.equal(maskedValue(role, 'mobile', 'phone-change', '13512345670'), '135****0')
})
