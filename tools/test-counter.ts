import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { TestEvent } from 'node:test/reporters'
import { inspect } from 'node:util'

/** A reporter for node:test: a line per file, every failure in full, and the totals for the command that runs it. */
export default async function* count(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const run = { passed: 0, failed: 0, skipped: 0, printed: new Map<string, string>() }
  for await (const event of events) yield tell(run, event)
  const { printed: _, ...totals } = run
  writeFileSync(process.env.ZHUJI_TEST_TOTALS ?? '', JSON.stringify(totals))
}

type Run = Record<'passed' | 'failed' | 'skipped', number> & { printed: Map<string, string> }

function tell(run: Run, { type, data }: TestEvent): string {
  switch (type) {
    case 'test:stdout':
    case 'test:stderr':
      run.printed.set(data.file, (run.printed.get(data.file) ?? '') + data.message)
      return ''
    case 'test:summary':
      return data.file ? fileLine(data.file, data) : ''
    case 'test:pass':
      return data.details.type === 'suite' ? '' : pass(run, data)
    case 'test:fail':
      return data.details.type === 'suite' ? '' : failure(run, data)
    default:
      return ''
  }
}

function pass(run: Run, { name, skip, todo }: Extract<TestEvent, { type: 'test:pass' }>['data']): string {
  const counted = (skip ?? todo) === undefined
  run[counted ? 'passed' : 'skipped']++
  return counted ? '' : `  - skipped: ${name}\n`
}

type Summary = Extract<TestEvent, { type: 'test:summary' }>['data']
type Failure = Extract<TestEvent, { type: 'test:fail' }>['data']

function fileLine(file: string, { success, counts, duration_ms }: Summary): string {
  const mark = success ? '✔' : '✖'
  return `  ${mark} ${relative('.', file)}: ${counts.passed}/${counts.tests} (${Math.round(duration_ms)} ms)\n`
}

/** What a file printed is shown with its first failure, and not at all when it has none. */
function failure(run: Run, { name, file = '', line, details: { error } }: Failure): string {
  run.failed++
  const printed = run.printed.get(file)?.trimEnd()
  run.printed.delete(file)
  const where = file ? ` (${relative('.', file)}:${line})` : ''
  return `\n  ✖ ${name}${where}\n${printed ? `${printed}\n` : ''}${inspect(error.cause ?? error)}\n\n`
}
