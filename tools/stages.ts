import { interruptOnSignals, type Totals, wasInterrupted } from './program.ts'
import { runBrowserStage } from './stage-browser.ts'
import { runRepoStage } from './stage-repo.ts'
import { runUnitStage } from './stage-unit.ts'

export type Stage = 'repo' | 'unit' | 'browser'

const titles: Record<Stage, string> = {
  repo: 'The repository',
  unit: 'Domain, contract, server, bridge, web and architecture',
  browser: 'In the browser',
}

/** Runs the stages in order; the last line tells the total, and the exit code agrees with it. */
export async function runStages(stages: Stage[], files: string[] = []): Promise<void> {
  interruptOnSignals()
  const total: Totals = { passed: 0, failed: 0 }
  for (const stage of stages) {
    if (wasInterrupted()) break
    console.log(`\n${titles[stage]}`)
    const { passed, failed } = await runStage(stage, files)
    total.passed += passed
    total.failed += failed
  }
  if (wasInterrupted()) console.log('\nInterrupted: what follows is not the whole.')
  if (total.failed > 0 || wasInterrupted()) process.exitCode ??= 1
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
}

async function runStage(stage: Stage, files: string[]): Promise<Totals> {
  try {
    if (stage === 'repo') return await runRepoStage()
    if (stage === 'unit') return await runUnitStage(files.filter((file) => file.endsWith('.test.ts')))
    return await runBrowserStage(files.filter((file) => file.endsWith('.e2e.ts')))
  } catch (error) {
    // A stage that cannot run has failed; the others are still worth hearing.
    console.error(error)
    return { passed: 0, failed: 1 }
  }
}
