import { runNode, type Totals, wasInterrupted } from './program.ts'

const checks: [name: string, args: string[]][] = [
  // A lock file can lack optional packages of other platforms without a word; only npm ci notices.
  [
    'the lock file installs',
    [process.env.npm_execpath ?? '', 'ci', '--dry-run', '--ignore-scripts', '--no-audit'],
  ],
  ['format and lint (biome)', ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off']],
  ['types (tsc)', ['node_modules/typescript/bin/tsc', '-b']],
  ['nothing unused (knip)', ['node_modules/knip/bin/knip.js', '--no-progress']],
]

/** What the repository says about itself; each check counts as one test. */
export async function runRepoStage(): Promise<Totals> {
  const totals = { passed: 0, failed: 0 }
  for (const [name, args] of checks) {
    if (wasInterrupted()) break
    const began = Date.now()
    const { code, output } = await runNode(args, { quiet: true, env: { NO_COLOR: '1' } })
    totals[code === 0 ? 'passed' : 'failed']++
    console.log(`  ${code === 0 ? '✔' : '✖'} ${name} (${Date.now() - began} ms)`)
    if (code !== 0) console.log(output)
  }
  return totals
}
