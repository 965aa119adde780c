import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '..')
export const tablesFile = join(root, 'server/src/platform/tables.ts')

/** Writes the table types of a migrated database to a file. */
export async function writeTables(ownerUrl: string, file: string): Promise<void> {
  const cli = join(root, 'node_modules/kysely-codegen/dist/cli/bin.js')
  const options = ['--dialect', 'postgres', '--date-parser', 'string', '--default-schema', 'public']
  await promisify(execFile)(process.execPath, [
    cli,
    ...options,
    ...['--url', ownerUrl, '--include-pattern', 'public.*', '--log-level', 'error', '--out-file', file],
  ])
}

// Run by itself it renews the committed types: node tools/run.mjs tools/tables.ts
if (import.meta.main) {
  const { migratedDatabase } = await import('../server/test/cluster.ts')
  await writeTables((await migratedDatabase()).ownerUrl, tablesFile)
  process.exit()
}
