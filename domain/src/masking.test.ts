import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maskAddress, maskBirthDate, maskMobile, maskMobileShort, maskName, maskNumber } from './masking.ts'

const rows: [mask: (text: string) => string, value: string, masked: string][] = [
  [maskNumber, '310101199001010012', '310101********0012'],
  [maskNumber, '11010519491231002X', '110105********002X'],
  [maskNumber, 'XXX110090010100', 'XXX**********00'],
  [maskNumber, '123456', '123*56'],
  [maskNumber, '12345', '*****'],
  [maskNumber, '', ''],
  [maskMobile, '13512345670', '135****5670'],
  [maskMobile, '1351234567', '**********'],
  [maskMobile, '021-12345678', '************'],
  [maskName, '张三丰', '张**'],
  [maskName, '张', '*'],
  [maskName, '𠮷三', '𠮷*'],
  [maskName, '', ''],
  [maskAddress, '上海市黄浦区样本路1号', '上海市******'],
  [maskAddress, '上海', '**'],
  [maskBirthDate, '1990-01-01', '1990-**-**'],
  [maskBirthDate, '19900101', '********'],
]
for (const [mask, value, masked] of rows)
  test(`R12.2 ${mask.name} «${value}»`, () => assert.equal(mask(value), masked))

test('R3.8 G26 the old number reads 135****0', () => {
  assert.equal(maskMobileShort('13512345670'), '135****0')
  assert.equal(maskMobileShort('1351234567'), '**********')
})
