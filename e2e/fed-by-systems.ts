import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { CardFactsView } from '@zhuji/contract/card-reads.ts'
import { feedsOf } from '../server/src/demo/fed-lines.ts'

const command = join(import.meta.dirname, '../server/src/command.ts')

/** What third-party systems tell of the card's holder, handed over as an operator does, while the server rests. */
export async function fedBySystems(dataDir: string, card: CardFactsView, today: string): Promise<void> {
  for (const { source, lines } of feedsOf(card, today, 'journey'))
    await applied(dataDir, { source, batchNumber: `journey-${source}`, lines })
}

async function applied(
  dataDir: string,
  batch: { source: string; batchNumber: string; lines: readonly object[] },
) {
  const operator = spawn(process.execPath, [command, 'apply-feed'], {
    env: { ...process.env, DATA_DIR: dataDir },
  })
  operator.stdin.end(JSON.stringify(batch))
  const said = await Promise.all([text(operator.stdout), text(operator.stderr)])
  const all = `${batch.lines.length} of ${batch.lines.length} lines taken\n`
  assert.equal(said.join(''), all, `the feed of ${batch.source} was taken whole`)
}
