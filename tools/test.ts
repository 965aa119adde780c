import { parseArgs } from 'node:util'
import { runStages, type Stage } from './stages.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' } } })

await runStages(chooseStages(), positionals)

function chooseStages(): Stage[] {
  const all: Stage[] = ['repo', 'unit', 'browser']
  if (values.only !== undefined) {
    const only = all.filter((stage) => stage === values.only)
    if (only.length === 0) throw new Error(`--only takes one of ${all.join(', ')}`)
    return only
  }
  if (positionals.length === 0) return all
  const ends: Partial<Record<Stage, string>> = { unit: '.test.ts', browser: '.e2e.ts' }
  const named = all.filter((stage) => positionals.some((file) => ends[stage] && file.endsWith(ends[stage])))
  if (named.length === 0) throw new Error('Name files that end in .test.ts or .e2e.ts')
  return named
}
