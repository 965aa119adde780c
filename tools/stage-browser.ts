import { globSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { findChromium, NoChromium } from './chromium.ts'
import { runNode, type Totals } from './program.ts'

const reportFile = resolve('.cache/e2e-report.json')

export async function runBrowserStage(chosen: string[]): Promise<Totals> {
  if (globSync('e2e/*.e2e.ts').length === 0) {
    console.log('  ✖ there is no browser test in e2e/')
    return { passed: 0, failed: 1 }
  }
  try {
    await findChromium()
  } catch (error) {
    if (!(error instanceof NoChromium)) throw error
    console.log(`  ✖ ${error.message}`)
    process.exitCode = 2
    return { passed: 0, failed: 1 }
  }
  await rm(reportFile, { force: true })
  const playwright = 'node_modules/@playwright/test/cli.js'
  const args = [playwright, 'test', '--config=e2e/playwright.config.ts', '--reporter=list,json', ...chosen]
  const { code } = await runNode(args, { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile } })
  return readTotals(code)
}

async function readTotals(code: number): Promise<Totals> {
  const text = await readFile(reportFile, 'utf8').catch(() => undefined)
  if (text === undefined) return { passed: 0, failed: 1 }

  const { stats } = JSON.parse(text)
  const failed = stats.unexpected
  if (stats.skipped > 0) console.log(`  ${stats.skipped} skipped, named above`)
  return { passed: stats.expected + stats.flaky, failed: code !== 0 && failed === 0 ? 1 : failed }
}
