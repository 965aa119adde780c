import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.mjs'

const root = join(import.meta.dirname, '..')
const stamp = join(root, 'web/dist/.built-from')
const sources = ['web/src/**', 'web/*.ts', 'web/*.html', 'web/public/**', 'domain/src/**', 'contract/src/**']

/** Builds the web app and the portal's pages when they are missing or older than their sources. */
export async function ensureWebBuilt(say: (line: string) => void): Promise<void> {
  const wanted = digest()
  const isBuilt = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  if (isBuilt()) return
  // Two starts at once would write into one folder.
  await withLock(join(root, '.cache/web-build.lock'), async () => {
    if (isBuilt()) return
    say('building the web app (about 20 s, once)')
    await vite('vite.config.ts')
    await vite('vite.portal.config.ts')
    writeFileSync(stamp, wanted)
  })
}

function digest(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  const files = sources.flatMap((pattern) => globSync(pattern, { cwd: root, withFileTypes: true }))
  const paths = files
    .filter((file) => file.isFile() && !file.name.endsWith('.test.ts'))
    .map((file) => join(file.parentPath, file.name))
  for (const path of paths.sort()) hash.update(path.slice(root.length)).update(readFileSync(path))
  return hash.digest('hex')
}

function vite(config: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const bin = join(root, 'node_modules/vite/bin/vite.js')
    const child = spawn(process.execPath, [bin, 'build', '--config', config, '--logLevel', 'warn'], {
      cwd: join(root, 'web'),
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`vite build with ${config} ended with ${code}`)),
    )
  })
}
