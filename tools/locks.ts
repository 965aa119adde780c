import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { globalSetup, globalTeardown } from '../server/test/global-setup.ts'
import { runNode } from './program.ts'

// Removes each lock in turn, in a copy of the repository, and sees its race tests turn red.
// A lock is a line of its own that ends in `// lock: <name>` (SQL: `-- lock: <name>`); a race test's title names it
// as `(lock: <name>)`. A line that locks and bears no name fails as well: nobody would notice its loss.

const root = join(import.meta.dirname, '..')
const marker = /(?:\/\/|--) lock: ([\w-]+)\s*$/
/** Locks on rows and on names; an atomic condition locks as well, but only its author can tell it from a default. */
const locking =
  /\.for(NoKey)?Update\(|\.for(Key)?Share\(|\bfor ((no key )?update|(key )?share)\b|pg_advisory_xact_lock/
/** What runs before the first request, or in no product. */
const outside = /^server\/src\/(platform|demo)\//

interface Lock {
  name: string
  file: string
  line: number
}

interface RaceTest {
  file: string
  title: string
}

const sources = globSync('server/src/**/*.ts', { cwd: root })
  .filter((file) => !file.endsWith('.test.ts'))
  .sort()
const linesOf = (file: string) => readFileSync(join(root, file), 'utf8').split('\n')

function findLocks(): Lock[] {
  return sources.flatMap((file) =>
    linesOf(file).flatMap((text, at) => {
      const name = marker.exec(text)?.[1]
      return name ? [{ name, file, line: at + 1 }] : []
    }),
  )
}

const isUnmarked = (text: string) =>
  locking.test(text) && !marker.test(text) && !/^\s*(\/\/|\*|\/\*)/.test(text)

function findUnmarked(): string[] {
  return sources
    .filter((file) => !outside.test(file))
    .flatMap((file) => linesOf(file).flatMap((text, at) => (isUnmarked(text) ? [`${file}:${at + 1}`] : [])))
}

function findRaceTests(name: string): RaceTest[] {
  return globSync('server/**/*.test.ts', { cwd: root, exclude: ['**/node_modules/**'] }).flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    const titles = [...text.matchAll(/test\(\s*'([^'\n]*)'/g)].map((match) => match[1] ?? '')
    return titles.filter((title) => title.includes(`(lock: ${name})`)).map((title) => ({ file, title }))
  })
}

/** The repository without what is installed or built; dependencies are the original's. */
function copyRepository(): string {
  const copy = mkdtempSync(join(tmpdir(), 'zhuji-locks-'))
  const left = new Set(['node_modules', '.git', '.cache', 'data', 'dist'])
  cpSync(root, copy, {
    recursive: true,
    filter: (path) =>
      !path
        .slice(root.length)
        .split(sep)
        .some((part) => left.has(part)),
  })
  for (const modules of ['node_modules', ...globSync('*/node_modules', { cwd: root })])
    symlinkSync(join(root, modules), join(copy, modules))
  return copy
}

function withoutLock(text: string, { line }: Lock): string {
  const lines = text.split('\n')
  const taken = lines[line - 1] ?? ''
  lines[line - 1] = taken.replace(/\S.*$/, '')
  return lines.join('\n')
}

async function passes(copy: string, { file, title }: RaceTest): Promise<boolean> {
  const pattern = `^${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`
  const flags = ['--test', '--test-timeout=60000', '--test-reporter=dot', `--test-name-pattern=${pattern}`]
  const { code } = await runNode([...flags, join(copy, file)], { quiet: true })
  return code === 0
}

async function tryLock(copy: string, lock: Lock): Promise<boolean> {
  const tests = findRaceTests(lock.name)
  if (tests.length === 0) {
    console.log(`✖ ${lock.name} (${lock.file}:${lock.line}): no test names it`)
    return false
  }
  const path = join(copy, lock.file)
  const whole = readFileSync(path, 'utf8')
  let proved = true
  for (const race of tests) {
    writeFileSync(path, whole)
    const green = await passes(copy, race)
    writeFileSync(path, withoutLock(whole, lock))
    const red = !(await passes(copy, race))
    if (green && red) console.log(`✔ ${lock.name}: red without it: ${race.title}`)
    else console.log(`✖ ${lock.name}: ${green ? 'green without it' : 'red even with it'}: ${race.title}`)
    proved &&= green && red
  }
  writeFileSync(path, whole)
  return proved
}

const locks = findLocks()
const unmarked = findUnmarked()
for (const place of unmarked) console.log(`✖ ${place}: locks and bears no name`)
const copy = copyRepository()
let failed = unmarked.length
await globalSetup()
try {
  for (const lock of locks) if (!(await tryLock(copy, lock))) failed += 1
} finally {
  await globalTeardown()
  rmSync(copy, { recursive: true, force: true })
}
console.log(`${locks.length} locks, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
