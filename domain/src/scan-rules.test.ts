import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { concat, exif, jfif, withHead } from './fixtures/jpeg-parts.ts'
import { walkJpeg } from './jpeg-segments.ts'
import {
  certificateScan,
  physicalSize,
  type ScanCheck,
  type ScanLimits,
  scanAccepted,
  scanChecks,
  signatureScan,
} from './scan-rules.ts'

const blank = async (width: number, height: number) =>
  new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background: 'white' } })
      .jpeg()
      .toBuffer(),
  )
/** A4 at 100 dpi. */
const page = await blank(827, 1169)
const at = (segment: Uint8Array, picture = page) => withHead(picture, segment)
const check = <Rule extends ScanCheck['rule']>(bytes: Uint8Array, rule: Rule, limits?: ScanLimits) =>
  scanChecks(bytes, limits).find(
    (answer): answer is Extract<ScanCheck, { rule: Rule }> => answer.rule === rule,
  )
const outcome = (bytes: Uint8Array, rule: ScanCheck['rule'], limits?: ScanLimits) =>
  check(bytes, rule, limits)?.outcome

test('R5.1 R5.3 G6 a page of A4 at 100 dpi passes every rule, each answered on its own', () => {
  const checks = scanChecks(at(jfif(1, 100)))
  assert.deepEqual(
    checks.map(({ rule, outcome }) => [rule, outcome]),
    [
      'size',
      'jpeg',
      'upright',
      'density-stated',
      'density-range',
      'density-equal',
      'physical-size',
      'paper',
    ].map((rule) => [rule, 'passed']),
  )
  assert.equal(scanAccepted(checks), true)
})

test('R5.1 G6 307200 bytes pass, one more fails', () => {
  const jpeg = at(jfif(1, 100))
  const filled = (length: number) => concat(jpeg, new Uint8Array(length - jpeg.length))
  assert.deepEqual(check(filled(307_200), 'size'), {
    rule: 'size',
    outcome: 'passed',
    facts: { bytes: 307_200, maxBytes: 307_200 },
  })
  assert.equal(outcome(filled(307_201), 'size'), 'failed')
  assert.equal(scanAccepted(scanChecks(filled(307_201))), false)
})

const perInch: [dpi: number, outcome: string][] = [
  [71, 'failed'],
  [72, 'passed'],
  [100, 'passed'],
  [101, 'failed'],
]
for (const [dpi, expected] of perInch)
  test(`R5.1 G6 ${dpi} dpi ${expected}`, () =>
    assert.equal(outcome(at(jfif(1, dpi)), 'density-range'), expected))

const perCm: [dots: number, outcome: string][] = [
  [27, 'failed'],
  [28, 'passed'],
  [39, 'passed'],
  [40, 'failed'],
]
for (const [dots, expected] of perCm)
  test(`R5.1 R5.3 G6 ${dots} dots a cm ${expected}`, () =>
    assert.equal(outcome(at(jfif(2, dots)), 'density-range'), expected))

const exact: [numerator: number, denominator: number, unit: number, outcome: string][] = [
  [719, 10, 2, 'failed'],
  [1001, 10, 2, 'failed'],
  [725, 10, 2, 'passed'],
  [279, 10, 3, 'failed'],
  [28, 1, 3, 'passed'],
  [2835, 100, 3, 'passed'],
  [3937, 100, 3, 'passed'],
  [394, 10, 3, 'passed'],
  [395, 10, 3, 'failed'],
]
for (const [numerator, denominator, unit, expected] of exact)
  test(`R5.1 R5.3 EXIF ${numerator}/${denominator} a ${unit === 2 ? 'inch' : 'cm'} ${expected}`, () => {
    const value: [number, number] = [numerator, denominator]
    assert.equal(outcome(at(exif({ x: value, y: value, unit })), 'density-range'), expected)
  })

test('R5.1 G6 either direction out of range fails, with the numbers for the words', () => {
  assert.equal(outcome(at(jfif(1, 100, 101)), 'density-range'), 'failed')
  assert.deepEqual(check(at(jfif(1, 71, 72)), 'density-range'), {
    rule: 'density-range',
    outcome: 'failed',
    facts: { xDpi: 71, yDpi: 72, min: 72, max: 100 },
  })
})

test('R5.3 density equal in x and y, or failed', () => {
  assert.equal(outcome(at(jfif(1, 96)), 'density-equal'), 'passed')
  assert.equal(outcome(at(jfif(1, 96, 97)), 'density-equal'), 'failed')
  assert.equal(outcome(at(exif({ x: [720, 10], y: [72, 1] })), 'density-equal'), 'passed')
})

test('R5.3 no density, one without unit, or two that differ: failed, the measures unasked', () => {
  const unstated: [Uint8Array, string][] = [
    [at(jfif(0, 100)), 'none'],
    [withHead(page), 'none'],
    [withHead(page, jfif(1, 100), exif({ x: [72, 1], y: [72, 1] })), 'conflict'],
  ]
  for (const [bytes, source] of unstated) {
    const checks = scanChecks(bytes)
    assert.deepEqual(checks.at(-1), { rule: 'density-stated', outcome: 'failed', facts: { source } })
    assert.equal(scanAccepted(checks), false)
  }
})

test('R5.3 what is no whole, usual JPEG fails with its fault', async () => {
  const jpeg = at(jfif(1, 100))
  const fault = (bytes: Uint8Array) => check(bytes, 'jpeg')
  const failed = (fault: string | null) => ({ rule: 'jpeg', outcome: 'failed', facts: { fault } })
  const png = new Uint8Array(await sharp(page).png().toBuffer())
  assert.deepEqual(fault(png), failed('not-jpeg'))
  assert.deepEqual(fault(jpeg.slice(0, 60)), failed('jpeg-broken'))
  assert.deepEqual(fault(jpeg.slice(0, -2)), failed('cut-off'))
  const frame = jpeg.findIndex((byte, index) => byte === 0xff && jpeg[index + 1] === 0xc0)
  assert.deepEqual(fault(jpeg.with(frame + 1, 0xc3)), failed('unusual-coding'))
  assert.deepEqual(fault(jpeg.with(frame + 4, 12)), failed('unusual-coding'))
  assert.equal(scanAccepted(scanChecks(png)), false)
  assert.deepEqual(
    scanChecks(png).map(({ rule, outcome }) => [rule, outcome]),
    [
      ['size', 'passed'],
      ['jpeg', 'failed'],
    ],
  )
})

const sides: [width: number, height: number, outcome: string][] = [
  [158, 158, 'passed'],
  [157, 158, 'failed'],
  [158, 157, 'failed'],
  [2362, 158, 'passed'],
  [2363, 158, 'failed'],
  [158, 2363, 'failed'],
]
for (const [width, height, expected] of sides)
  test(`R5.3 ${width} × ${height} pixels at 100 dpi, 40–600 mm a side: ${expected}`, async () => {
    const bytes = at(jfif(1, 100), await blank(width, height))
    assert.equal(outcome(bytes, 'physical-size'), expected)
    assert.equal(scanAccepted(scanChecks(bytes)), expected === 'passed')
  })

const papers: [width: number, height: number, paper: string | null][] = [
  [827, 1169, 'A4'],
  [1169, 827, 'A4'],
  [1169, 1654, 'A3'],
  [583, 827, 'A5'],
  [780, 1169, 'A4'],
  [779, 1169, null],
  [874, 1216, 'A4'],
  [875, 1169, null],
  [827, 1217, null],
  [400, 600, null],
  [213, 337, 'card'],
  [346, 492, 'booklet'],
  [693, 492, 'booklet-open'],
]
for (const [width, height, paper] of papers)
  test(`R5.3 ${width} × ${height} pixels at 100 dpi: ${paper ?? 'no usual paper, at most a warning'}`, async () => {
    const bytes = at(jfif(1, 100), await blank(width, height))
    assert.equal(check(bytes, 'paper')?.facts.paper, paper)
    assert.equal(outcome(bytes, 'paper'), paper ? 'passed' : 'warning')
    assert.equal(scanAccepted(scanChecks(bytes)), true)
  })

test('R5.3 a picture stored turned is measured as it is seen, with a warning', () => {
  const turned = (orientation: number) => withHead(page, jfif(1, 100), exif({ orientation }))
  const measures = (orientation: number) => {
    const facts = check(turned(orientation), 'physical-size')?.facts
    return [Math.round(facts?.widthMm ?? 0), Math.round(facts?.heightMm ?? 0)]
  }
  for (const orientation of [1, 2, 3, 4]) assert.deepEqual(measures(orientation), [210, 297])
  for (const orientation of [5, 6, 7, 8]) assert.deepEqual(measures(orientation), [297, 210])
  assert.equal(outcome(turned(1), 'upright'), 'passed')
  for (const orientation of [2, 3, 4, 5, 6, 7, 8]) {
    assert.equal(outcome(turned(orientation), 'upright'), 'warning')
    assert.equal(scanAccepted(scanChecks(turned(orientation))), true)
  }
})

test('R5.3 a picture in 64 passes is usual, in 65 none', async () => {
  const progressive = await sharp(page).jpeg({ progressive: true }).toBuffer()
  const bytes = withHead(new Uint8Array(progressive), jfif(1, 100))
  const walked = walkJpeg(bytes)
  const passes = walked.granted ? walked.value.segments.filter(({ marker }) => marker === 0xda) : []
  const last = passes.at(-1)
  assert.ok(last)
  const inPasses = (count: number) => {
    const again = Array.from({ length: count - passes.length }, () => bytes.subarray(last.offset, last.end))
    return concat(bytes.subarray(0, last.end), ...again, [0xff, 0xd9])
  }
  assert.equal(outcome(inPasses(64), 'jpeg'), 'passed')
  assert.deepEqual(check(inPasses(65), 'jpeg')?.facts, { fault: 'unusual-coding' })
})

test('R5.2 the signature form: 100–200 dpi, 1 MB', () => {
  const dpi = (value: number) => outcome(at(jfif(1, value)), 'density-range', signatureScan)
  assert.deepEqual([99, 100, 200, 201].map(dpi), ['failed', 'passed', 'passed', 'failed'])
  const dots = (value: number) => outcome(at(jfif(2, value)), 'density-range', signatureScan)
  assert.deepEqual([38, 39, 79, 80].map(dots), ['failed', 'passed', 'passed', 'failed'])
  const jpeg = at(jfif(1, 100))
  const size = (length: number) =>
    outcome(concat(jpeg, new Uint8Array(length - jpeg.length)), 'size', signatureScan)
  assert.deepEqual([1_048_576, 1_048_577].map(size), ['passed', 'failed'])
})

test('R5.3 pixels and dpi give millimetres', () => {
  assert.equal(physicalSize(100, 100), 25.4)
  assert.equal(Math.round(physicalSize(595, 72)), 210)
  assert.equal(scanAccepted([]), false)
  assert.equal(certificateScan.maxBytes, 300 * 1024)
})
