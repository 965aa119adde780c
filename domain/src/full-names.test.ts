import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanFullName, fullNameHints, fullNameHintWords } from './full-names.ts'
import type { FullNameList } from './record-declaration.ts'

const codes = (text: string, list: FullNameList) => fullNameHints(text, list).map(({ code }) => code)

const full: [text: string, list: FullNameList][] = [
  ['测试大学', 'schools'],
  ['测试工业大学（东区）', 'schools'],
  ['测试工业大学(东区)', 'schools'],
  ['中共测试市委党校', 'schools'],
  ['测试市高等教育自学考试委员会', 'schools'],
  ['University of Testing', 'schools'],
  ['土木', 'specialties'],
  ['工业与民用建筑', 'specialties'],
  ['无专业', 'specialties'],
  ['测试建筑公司', 'units'],
  ['测试建设集团有限公司', 'units'],
  ['测试建设集团有限公司第一分公司', 'units'],
  ['测试大学', 'units'],
  ['测试市第一医院', 'units'],
  ['测试市人力资源和社会保障局', 'issuers'],
  ['测试市建设协会', 'issuers'],
  ['测试市工程系列高级职称评审委员会', 'committees'],
  ['', 'schools'],
  ['   ', 'schools'],
]
for (const [text, list] of full)
  test(`R4.6 G5 nothing to point out: «${text}» of ${list}`, () => {
    assert.equal(codes(text, list).includes('short-form'), false)
  })

const short: [text: string, list: FullNameList][] = [
  ['测大', 'schools'],
  ['测试交大', 'schools'],
  ['大学', 'schools'],
  ['测大学', 'schools'],
  ['MIT', 'schools'],
  ['测试大学土木系', 'schools'],
  ['测试建工', 'units'],
  ['华测公司', 'units'],
  ['测建三局', 'units'],
  ['测试院', 'units'],
  ['测试市人社局', 'issuers'],
  ['测试市建委', 'issuers'],
  ['住建部', 'issuers'],
  ['高评委', 'committees'],
  ['评委会', 'committees'],
]
for (const [text, list] of short)
  test(`R4.6 G5 looks like a short form: «${text}» of ${list}`, () => {
    assert.deepEqual(codes(text, list), ['short-form'])
  })

const suspicious: [text: string, found: string, position: number][] = [
  ['测试第２大学', 'full-width', 3],
  ['Ａ测试大学', 'full-width', 0],
  ['测试－大学', 'full-width', 2],
  ['测试 大学', 'blank-inside', 2],
  ['测试大学 ', 'blank-at-end', 4],
  ['\u3000测试大学', 'blank-at-end', 0],
  ['测试—大学', 'dash-look-alike', 2],
  ['测试•大学', 'dot-look-alike', 2],
  ['测试\u200B大学', 'invisible', 2],
  ['测𠮷试２大学', 'full-width', 3],
]
for (const [text, code, position] of suspicious)
  test(`R4.6 G5 points out the sign in ${JSON.stringify(text)}`, () => {
    const [hint] = fullNameHints(text, 'schools')
    assert.ok(hint && hint.code !== 'short-form')
    assert.deepEqual([hint.code, hint.position], [code, position])
  })

test('G5 brackets, commas and dots of Chinese stay as printed', () => {
  assert.deepEqual(fullNameHints('测试大学（甲、乙·丙）', 'schools'), [])
  assert.deepEqual(fullNameHints('测试（建筑，土木）大学', 'schools'), [])
})

test('R4.6 the hint names its field and never a full form', () => {
  const [hint] = fullNameHints('测大', 'schools')
  assert.ok(hint)
  const { zh, en } = fullNameHintWords(hint, { zh: '学校名称', en: 'School' })
  assert.equal(zh, '学校名称疑似简称，请按证书填写全称。')
  assert.match(en, /^School looks like a short form/)
})

test('R4.6 the hint of a sign tells its place, and shows it where it can be seen', () => {
  const label = { zh: '学校名称', en: 'School' }
  const said = (text: string) =>
    fullNameHints(text, 'schools').map((hint) => fullNameHintWords(hint, label).zh)
  assert.deepEqual(said('测试第２大学'), ['第 4 个字符“２”是全角字符，请与证书核对。'])
  assert.deepEqual(said('测试\u200B大学'), ['第 3 个字符是看不见的字符，请与证书核对。'])
})

test('R4.6 cleaning takes away what nobody sees and nothing else', () => {
  assert.equal(cleanFullName('\uFEFF\u3000测试\u200B大学（东区）\u00A0\n'), '测试大学（东区）')
  assert.equal(cleanFullName('测试２(Ａ) 大学—甲'), '测试２(Ａ) 大学—甲')
})
