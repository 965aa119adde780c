import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DataLevel, dataLevels, levelAfter } from '@zhuji/domain/data-level.ts'
import type { Decision } from '@zhuji/domain/decision.ts'
import {
  decideCancellation,
  decideVerification,
  decideVerificationRefusal,
  refusalReasons,
} from '@zhuji/domain/original-verification.ts'
import { decideChange } from '@zhuji/domain/record-changes.ts'
import { kindOf, type RecordKind, recordKindNames } from '@zhuji/domain/record-kinds.ts'
import { type PageShows, pageShows } from '@zhuji/domain/scan-pages.ts'
import fc from 'fast-check'
import { refusalTable, refusalWords } from './refusal-words.ts'

/** One thing that somebody tries; `stale` means with a version that is no longer the record's. */
const attempts = fc.oneof(
  fc.record({
    does: fc.constant('verify' as const),
    stale: fc.boolean(),
    unconfirmed: fc.nat(5),
    undisplayed: fc.nat(1),
  }),
  fc.record({
    does: fc.constant('refuse' as const),
    stale: fc.boolean(),
    reasons: fc.subarray([...refusalReasons]),
  }),
  fc.record({ does: fc.constant('cancel' as const), stale: fc.boolean(), sameDepartment: fc.boolean() }),
  fc.record({
    does: fc.constant('change' as const),
    stale: fc.boolean(),
    change: fc.constantFrom('edit' as const, 'delete' as const),
  }),
  fc.record({ does: fc.constant('scan' as const), shows: fc.subarray([...pageShows]) }),
  fc.record({ does: fc.constant('approve' as const) }),
  fc.record({ does: fc.constant('use' as const), open: fc.boolean() }),
)
type Attempt = typeof attempts extends fc.Arbitrary<infer A> ? A : never

interface Standing {
  kind: RecordKind
  level: DataLevel
  version: number
  openUse: string | null
  pages: readonly PageShows[]
}

type Tried = { after: Standing; decision: Decision<unknown, { code: string }> | null }

/** Who tries decides by the rules alone, and does what they grant. */
function tried(standing: Standing, attempt: Attempt): Tried {
  const { kind, level, pages } = standing
  const version = standing.version - ('stale' in attempt && attempt.stale ? 1 : 0)
  const record = { ...standing, payload: {} }
  const moved = (decision: Decision<DataLevel, { code: string }>): Tried => ({
    after: decision.granted ? { ...standing, level: decision.value } : standing,
    decision,
  })
  switch (attempt.does) {
    case 'verify': {
      const confirmed = kindOf(kind).compared.slice(attempt.unconfirmed)
      return moved(
        decideVerification(record, { version, confirmed, displayed: pages.length - attempt.undisplayed }),
      )
    }
    case 'refuse':
      return {
        after: standing,
        decision: decideVerificationRefusal(record, { version, reasons: attempt.reasons }),
      }
    case 'cancel': {
      const { sameDepartment } = attempt
      return moved(decideCancellation(standing, { version, sameDepartment, verifiedBy: '测试区受理中心' }))
    }
    case 'change':
    case 'scan': {
      const change = attempt.does === 'scan' ? ('edit' as const) : attempt.change
      const decision = decideChange(standing, { change, version })
      const next = { ...standing, version: standing.version + 1 }
      if (!decision.granted) return { after: standing, decision }
      return { after: attempt.does === 'scan' ? { ...next, pages: attempt.shows } : next, decision }
    }
    case 'approve':
      return {
        after: { ...standing, level: levelAfter(level, 'freeze', kindOf(kind).evidence) ?? level },
        decision: null,
      }
    case 'use':
      return {
        after: { ...standing, openUse: attempt.open ? 'W2026090100001' : null },
        decision: null,
      }
  }
}

const starts = fc.record<Standing>({
  kind: fc.constantFrom(...recordKindNames),
  level: fc.constantFrom(...dataLevels),
  version: fc.integer({ min: 2, max: 9 }),
  openUse: fc.constant(null),
  pages: fc.subarray([...pageShows]),
})
const walks = fc.tuple(starts, fc.array(attempts, { minLength: 10, maxLength: 40 }))

/** Written down anew from R6.2, and not taken from the table. */
const lawful: Record<string, (standing: Standing) => boolean> = {
  'D verify C': ({ kind }) => kindOf(kind).evidence === 'original',
  'C cancel D': ({ kind }) => kindOf(kind).evidence === 'original',
  'C approve B': ({ kind }) => kindOf(kind).evidence === 'original',
  'D approve B': ({ kind }) => kindOf(kind).evidence === 'declaration',
}

/** The same walks again and again with `seed`, for what all of them together must have met. */
const everyStep = (look: (before: Standing, attempt: Attempt, outcome: Tried) => void, seed?: number) =>
  fc.assert(
    fc.property(walks, ([start, path]) => {
      let standing = start
      for (const attempt of path) {
        const outcome = tried(standing, attempt)
        look(standing, attempt, outcome)
        standing = outcome.after
      }
    }),
    { numRuns: 500, ...(seed !== undefined && { seed }) },
  )

test('R6.2 whatever is tried in whatever order, a level moves only as the table says', () => {
  const seen = new Set<string>()
  everyStep((before, { does }, { after }) => {
    if (after.level === before.level) return
    const move = `${before.level} ${does} ${after.level}`
    assert.ok(lawful[move]?.(before), `${move} of ${before.kind}`)
    seen.add(move)
  }, 1)
  // Every lawful move is really met on these walks.
  assert.deepEqual([...seen].sort(), Object.keys(lawful).sort())
})

test('R6.1 R6.2 nothing leaves A or B, nothing comes to A, only a verification comes to C', () => {
  everyStep((before, { does }, { after }) => {
    if (before.level === 'A' || before.level === 'B') assert.equal(after.level, before.level)
    if (after.level === 'A') assert.equal(before.level, 'A')
    if (after.level === 'C' && before.level !== 'C') assert.equal(does, 'verify')
    if (before.level === 'C' && after.level === 'D') assert.equal(does, 'cancel')
  })
})

test('R6.1 R6.7 R7.7 a version follows only at D, unused, on the version that was seen', () => {
  everyStep((before, attempt, { after }) => {
    if (after.version === before.version) return
    assert.equal(after.version, before.version + 1)
    assert.deepEqual([before.level, before.openUse, after.level], ['D', null, 'D'])
    assert.ok(!('stale' in attempt && attempt.stale))
  })
})

test('R7.4 R7.7 none is verified unseen, unconfirmed, without the pages it needs, or in another version', () => {
  everyStep((before, attempt, { decision }) => {
    if (attempt.does !== 'verify' || !decision?.granted) return
    assert.ok(before.pages.includes('certificate'))
    assert.deepEqual([attempt.stale, attempt.unconfirmed, attempt.undisplayed], [false, 0, 0])
  })
})

test('R6.3 R6.4 R7.5 every «no» on the way has a code with words in both languages', () => {
  const codes = new Set<string>()
  everyStep((_, __, { decision }) => {
    if (!decision || decision.granted) return
    const { code, ...facts } = decision.refusal
    codes.add(code)
    assert.ok(Object.hasOwn(refusalTable, code), code)
    const { zh, en } = refusalWords(code, facts)
    assert.match(zh, /\p{Script=Han}/u)
    assert.match(en, /[a-z]/)
    assert.doesNotMatch(zh + en, /undefined|null|NaN|\[object/)
  }, 1)
  const expected = [
    'fields-unconfirmed',
    'in-use',
    'level-fixed',
    'not-verified',
    'other-department',
    'reason-missing',
    'record-changed',
    'record-frozen',
    'record-in-use',
    'record-supplied',
    'record-verified',
    'scan-missing',
    'scan-not-displayed',
    'scan-page-missing',
  ]
  assert.deepEqual(
    expected.filter((code) => !codes.has(code)),
    [],
  )
})
