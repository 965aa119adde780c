import assert from 'node:assert/strict'
import { test } from 'node:test'
import { frame, type Point, sheet } from '@zhuji/domain/signature-form.ts'
import {
  fill,
  fromCorner,
  printedForm,
  type Scanning,
  scanned,
  signing,
  turned,
  write,
} from '../../test/signature-forms.ts'
import { readForm } from './read-form.ts'

const code = `ZJ1${'0123456789ABCDEFGHIJKLMNOPQRSTUVABCDEFGHIJ'}`
const paper = write(printedForm(code), signing)

const shadow = ({ x, y }: Point) => 0.55 + 0.4 * Math.min(1, Math.max(0, (x + y) / 400))

const readable: [string, Scanning][] = [
  ['at 100 dpi', { dpi: 100 }],
  ['at 150 dpi', { dpi: 150 }],
  ['at 200 dpi', { dpi: 200 }],
  ['3° askew at 100 dpi', { dpi: 100, lies: turned(3) }],
  ['3° askew the other way', { lies: turned(-3) }],
  ['upside down', { lies: turned(180) }],
  ['upside down and askew', { dpi: 100, lies: turned(177) }],
  ['a little blurred', { dpi: 100, blur: 1.8 }],
  ['printed with toner that came off in specks', { dpi: 150, specks: 5 }],
  ['photographed from a corner', { dpi: 150, lies: fromCorner }],
  ['photographed in a shadow', { dpi: 150, lies: fromCorner, light: shadow, blur: 1.5 }],
]
for (const [how, scanning] of readable)
  test(`R10.2 R5.2 a form ${how} gives its code and the signature of its true size`, async () => {
    const { texts, cut } = await readForm(await scanned(paper, scanning))
    assert.ok(texts.includes(code))
    assert.ok(cut.granted, JSON.stringify(cut))
    const { width, height, alpha } = cut.value
    // 59 mm wide and as high as the curve, with the pen's width and a millimetre of room on each side.
    const ys = signing.map(({ y }) => y)
    const expected = [59 + 0.6 + 2, Math.max(...ys) - Math.min(...ys) + 0.6 + 2]
    for (const [at, pixels] of [width, height].entries())
      assert.ok(
        Math.abs(pixels / 8 - (expected[at] ?? 0)) < 1.2,
        `${pixels / 8} mm, expected ${expected[at]}`,
      )
    // The ink lies where it was written, the paper is gone.
    const left = Math.min(...signing.map(({ x }) => x)) - 1.3
    const inkAt = ({ x, y }: Point) =>
      alpha[Math.round((y - Math.min(...ys) + 1.3) * 8) * width + Math.round((x - left) * 8)] ?? 0
    const written = signing.filter((point) => inkAt(point) > 120).length
    assert.ok(written >= signing.length * 0.9, `${written} of ${signing.length} points are ink`)
    const share = alpha.filter((one) => one > 60).length / alpha.length
    assert.ok(share > 0.02 && share < 0.25, `${share} is ink`)
  })

const level = (y: number, from: number, to: number): Point[] =>
  Array.from({ length: 30 }, (_, at) => ({ x: from + ((to - from) * at) / 29, y }))
const upright = (x: number, from: number, to: number): Point[] =>
  level(0, from, to).map(({ x: along }) => ({ x, y: along }))

const middle = frame.y + frame.height / 2
const unreadable: [string, () => Promise<Buffer>, string][] = [
  ['G62 nothing is signed', () => scanned(printedForm(code)), 'signature-empty'],
  [
    'G62 a dot is no signature',
    () => scanned(write(printedForm(code), level(middle, 90, 91))),
    'signature-empty',
  ],
  [
    'G64 a stroke leaves the frame to the right',
    () => scanned(write(write(printedForm(code), signing), level(middle, 150, 171))),
    'signature-over-frame',
  ],
  [
    'G64 a stroke leaves the frame downwards',
    () => scanned(write(write(printedForm(code), signing), upright(90, middle, 150)), { dpi: 100 }),
    'signature-over-frame',
  ],
  [
    'G64 a stroke touches the frame from within',
    () => scanned(write(write(printedForm(code), signing), upright(90, middle, frame.y + 0.9))),
    'signature-over-frame',
  ],
  [
    'G64 the pen hardly wrote',
    () => scanned(write(printedForm(code), signing, { shade: 205 })),
    'signature-too-faint',
  ],
  ['R5.5 the scan is far too dark', () => scanned(paper, { light: () => 0.3 }), 'signature-too-dark'],
  [
    'R10.2 two marks are covered',
    () => scanned(write(printedForm(code, ['ZJSF1A', 'ZJSF1D']), signing)),
    'signature-marks-missing',
  ],
  [
    'R10.2 the right side of the frame is cut off',
    () => scanned(paper, { lies: ({ x, y }) => ({ x: x - 52, y }) }),
    'signature-marks-missing',
  ],
  [
    'R10.2 a side of the frame is covered',
    () => {
      const covered = write(printedForm(code), signing)
      fill(covered, { x: 44, y: 94, width: 122, height: 2 }, 250)
      return scanned(covered)
    },
    'signature-cut-off',
  ],
]
for (const [what, make, expected] of unreadable)
  test(`${what}: it is refused with its own reason`, async () => {
    const { cut } = await readForm(await make())
    assert.equal(cut.granted || cut.refusal.code, expected)
  })

test('R10.2 one mark of four may be lost', async () => {
  const { cut } = await readForm(
    await scanned(write(printedForm(code, ['ZJSF1A', 'ZJSF1C', 'ZJSF1D']), signing)),
  )
  assert.equal(cut.granted, true)
})

test('R10.2 a sheet with nothing on it has neither code nor marks', async () => {
  const white = { ...printedForm(null, []), dots: new Uint8Array(sheet.width * sheet.height * 100).fill(250) }
  const { texts, cut } = await readForm(await scanned(white))
  assert.deepEqual(
    [texts, cut],
    [[], { granted: false, refusal: { code: 'signature-marks-missing', found: 0, needed: 3 } }],
  )
})
