import assert from 'node:assert/strict'
import { test } from 'node:test'
import { citizenCheckCharacter } from './citizen-number.ts'
import { sameToTheLetter, suspiciousSigns } from './text-comparison.ts'
import type { ComparedField } from './typed-signs.ts'

const equal: [typed: string, card: string][] = [
  ['测试甲', '测试甲'],
  ['测试甲', '测试甲            '],
  ['阿不都·测试', '阿不都·测试'],
  ['SAMPLE, TEST', 'SAMPLE, TEST  '],
  ['𠮷\u{2CB5A}', '𠮷\u{2CB5A}'],
  ['测\uE000', '测\uE000'],
]
for (const [typed, card] of equal)
  test(`R3.2 G18 equal: «${typed}» and «${card}»`, () => assert.equal(sameToTheLetter(typed, card), true))

const different: [typed: string, card: string][] = [
  ['路１号', '路1号'],
  ['路1号', '路１号'],
  ['ａ', 'a'],
  ['1－2号', '1-2号'],
  ['11010519491231002x', '11010519491231002X'],
  ['阿不都•测试', '阿不都·测试'],
  ['测试甲 ', '测试甲'],
  ['测试甲 ', '测试甲 '],
  [' 测试甲', '测试甲'],
  ['测试甲', ' 测试甲'],
  ['测试甲', '测试甲　'],
  ['测 试甲', '测试甲'],
  ['测试\u200B甲', '测试甲'],
  ['測試甲', '测试甲'],
  ['吉', '𠮷'],
  ['\u8C48', '\uF900'],
  ['e\u0301', '\u00E9'],
  ['测试', '测试甲'],
  ['测试甲', ''],
]
for (const [typed, card] of different)
  test(`R3.2 G18 G19 different: ${JSON.stringify([typed, card])}`, () =>
    assert.equal(sameToTheLetter(typed, card), false))

type Row = [field: ComparedField, typed: string, found: (string | number | null)[][]]
const suspicions: Row[] = [
  ['name', '测试甲', []],
  ['name', '阿不都·测试', []],
  ['name', 'SAMPLE, TEST', []],
  ['name', '', []],
  [
    'address',
    '测试省样例市1弄2-3号（东）',
    [
      ['full-width', '（', 12, '('],
      ['full-width', '）', 14, ')'],
    ],
  ],
  [
    'address',
    '路１２号',
    [
      ['full-width', '１', 1, '1'],
      ['full-width', '２', 2, '2'],
    ],
  ],
  [
    'address',
    '路Ａｂ座',
    [
      ['full-width', 'Ａ', 1, 'A'],
      ['full-width', 'ｂ', 2, 'b'],
    ],
  ],
  [
    'address',
    '！～',
    [
      ['full-width', '！', 0, '!'],
      ['full-width', '～', 1, '~'],
    ],
  ],
  ['address', '1－2', [['full-width', '－', 1, '-']]],
  [
    'address',
    '1—2–3‐4−5﹣6',
    [1, 3, 5, 7, 9].map((at) => ['dash-look-alike', [...'1—2–3‐4−5﹣6'][at] ?? '', at, '-']),
  ],
  [
    'address',
    '路 1 号',
    [
      ['blank-inside', ' ', 1, ''],
      ['blank-inside', ' ', 3, ''],
    ],
  ],
  ['address', '路1号　', [['blank-at-end', '　', 3, '']]],
  ['address', '1.5公里', []],
  ['issuer', ' 样例市公安局', [['blank-at-end', ' ', 0, '']]],
  ['issuer', '样例市公安局\n', [['blank-at-end', '\n', 6, '']]],
  ['issuer', '样例市\u00A0公安局', [['blank-inside', '\u00A0', 3, '']]],
  ['name', '　测试甲', [['blank-at-end', '　', 0, '']]],
  ['name', '测试 甲', [['blank-inside', ' ', 2, '']]],
  ['name', '阿 ·测', [['blank-inside', ' ', 1, '']]],
  ['name', 'A\u00A0B', [['blank-inside', '\u00A0', 1, ' ']]],
  [
    'name',
    '测\u200B试\uFEFF\u00AD\u0007甲',
    [
      ['invisible', '\u200B', 1, ''],
      ['invisible', '\uFEFF', 3, ''],
      ['invisible', '\u00AD', 4, ''],
      ['invisible', '\u0007', 5, ''],
    ],
  ],
  [
    'name',
    '𠮷　 ',
    [
      ['blank-at-end', '　', 1, ''],
      ['blank-at-end', ' ', 2, ''],
    ],
  ],
  ['name', '𠮷１', [['full-width', '１', 1, '1']]],
  ...[...'•‧・･⋅∙᛫.．。'].map((dot): Row => ['name', `阿${dot}测`, [['dot-look-alike', dot, 1, '·']]]),
  ['number', '11010519491231002X', []],
  ['number', 'XXX110090010100', []],
  ['number', '911999199001010014', []],
  ['number', '', []],
  ['number', '11010519491231002x', [['lower-case-x', 'x', 17, 'X']]],
  ['number', '11010519491231002ｘ', [['full-width', 'ｘ', 17, 'X']]],
  [
    'number',
    '３1010119900101001２',
    [
      ['full-width', '３', 0, '3'],
      ['full-width', '２', 17, '2'],
    ],
  ],
  ['number', '310101 199001010012', [['blank-inside', ' ', 6, '']]],
  [
    'number',
    '310101　199001010012 ',
    [
      ['blank-inside', '　', 6, ''],
      ['blank-at-end', ' ', 19, ''],
    ],
  ],
  ['number', '310101199001010012\u200B', [['invisible', '\u200B', 18, '']]],
  ['number', '310101199001010013', [['number-check', '3', 17, null]]],
  [
    'number',
    '310101 199001010013',
    [
      ['blank-inside', ' ', 6, ''],
      ['number-check', '3', 18, null],
    ],
  ],
  [
    'number',
    '310101199001010013 ',
    [
      ['number-check', '3', 17, null],
      ['blank-at-end', ' ', 18, ''],
    ],
  ],
  ['number', '31010119900101001', [['number-length', '', 17, null]]],
  ['number', '3101011990010100122', [['number-length', '', 19, null]]],
  ['number', '310101900101001', [['number-length', '', 15, null]]],
  ['number', 'XXX110090010101', [['number-check', '1', 14, null]]],
  ['number', 'XXX11009001010', [['number-length', '', 14, null]]],
  ['number', '31O101199001010012', [['number-characters', 'O', 2, null]]],
  ['number', '310101-19900101001', [['number-characters', '-', 6, null]]],
  ['number', '310101—1990010100', [['number-characters', '—', 6, null]]],
  ['number', 'XXX11009O010100', [['number-characters', 'O', 8, null]]],
  ['number', '测', [['number-characters', '测', 0, null]]],
]
for (const [field, typed, found] of suspicions)
  test(`R3.2 G19 in a typed ${field}: ${JSON.stringify(typed)}`, () =>
    assert.deepEqual(
      suspiciousSigns(typed, field).map(({ code, sign, position, meant }) => [code, sign, position, meant]),
      found,
    ))

test('R3.2 region and birth date of a number are no matter for hints', () => {
  const number = `10010119900230001${citizenCheckCharacter('10010119900230001')}`
  assert.deepEqual(suspiciousSigns(number, 'number'), [])
})
