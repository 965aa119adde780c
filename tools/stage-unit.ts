import { globSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { globalSetup, globalTeardown } from '../server/test/global-setup.ts'
import { runNode, type Totals } from './program.ts'

const totalsFile = '.cache/unit-totals.json'

export async function runUnitStage(chosen: string[]): Promise<Totals> {
  const files = chosen.length > 0 ? chosen : findTests()
  await mkdir('.cache', { recursive: true })
  await rm(totalsFile, { force: true })
  await globalSetup()
  try {
    const flags = ['--test', '--test-concurrency=2', '--test-reporter=./tools/test-counter.ts']
    const { code } = await runNode([...flags, ...files], { env: { ZHUJI_TEST_TOTALS: totalsFile } })
    return await readTotals(code)
  } finally {
    await globalTeardown()
  }
}

function findTests(): string[] {
  return globSync(['*.test.ts', '{domain,contract,server,bridge,web,tools}/**/*.test.ts'], {
    exclude: ['**/node_modules/**'],
  }).sort()
}

async function readTotals(code: number): Promise<Totals> {
  const text = await readFile(totalsFile, 'utf8').catch(() => undefined)
  if (text === undefined) {
    console.log('  ✖ the test runner ended before it told its totals')
    return { passed: 0, failed: 1 }
  }
  const { passed, failed, skipped } = JSON.parse(text)
  if (skipped > 0) console.log(`  ${skipped} skipped, named above`)
  // The runner may refuse for a reason that is no test, such as a file that is not there.
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}
