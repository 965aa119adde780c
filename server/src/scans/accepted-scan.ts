import { type CutPart, cutJpeg } from '@zhuji/domain/jpeg-cut.ts'
import { type JpegFacts, readJpeg, shownSize } from '@zhuji/domain/jpeg-facts.ts'
import {
  certificateScan,
  type ScanCheck,
  type ScanLimits,
  scanAccepted,
  scanChecks,
} from '@zhuji/domain/scan-rules.ts'
import { unprocessable } from '../platform/refused-error.ts'
import { decodesWhole } from './decode.ts'

/** A file that keeps every rule, cut of what it need not carry. */
export interface AcceptedScan {
  bytes: Uint8Array
  /** Pixels as the picture is seen. */
  width: number
  height: number
  dpi: number
  removed: readonly CutPart[]
  warnings: string[]
}

const refused = (checks: readonly ScanCheck[]) =>
  unprocessable({ code: 'scan-refused', checks } as { code: string })

/** Judges a file from its bytes, each rule on its own (R5.1, R5.3); throws `scan-refused` with every answer. */
export async function acceptedScan(
  sent: Uint8Array,
  limits: ScanLimits = certificateScan,
): Promise<AcceptedScan> {
  const checks = scanChecks(sent, limits)
  if (!scanAccepted(checks)) throw refused(checks)
  const { bytes, removed } = cutJpeg(sent)
  if (!(await decodesWhole(bytes)))
    throw refused(
      checks.map((check) =>
        check.rule === 'jpeg' ? { ...check, outcome: 'failed', facts: { fault: 'jpeg-broken' } } : check,
      ),
    )
  const facts = factsOf(bytes)
  const { density } = facts
  return {
    bytes,
    ...shownSize(facts),
    dpi: density.source === 'none' ? 0 : Math.round(density.xDpi),
    removed,
    warnings: checks.filter(({ outcome }) => outcome === 'warning').map(({ rule }) => rule),
  }
}

function factsOf(bytes: Uint8Array): JpegFacts {
  const read = readJpeg(bytes)
  if (!read.granted) throw new Error('a cut scan is a JPEG')
  return read.value
}
