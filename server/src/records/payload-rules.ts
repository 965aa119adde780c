import { recordProblems } from '@zhuji/domain/record-checks.ts'
import type { RecordPayload } from '@zhuji/domain/record-declaration.ts'
import { kindOf, type RecordKind } from '@zhuji/domain/record-kinds.ts'
import type { Context } from '../platform/context.ts'
import { unprocessable } from '../platform/refused-error.ts'

/** Throws with every problem, so that each is shown beside its field at once (R4.10). */
export function requireValid(ctx: Context, kind: RecordKind, payload: RecordPayload): void {
  const problems = recordProblems(kindOf(kind), payload, ctx.today())
  if (problems.length > 0) throw unprocessable({ code: 'record-not-valid', problems })
}
