import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

/** "file: line" of every match; an import that is spread over lines ends in a line with its `from`. */
function linesIn(files: string | string[], matching: RegExp): string[] {
  return globSync(files, { exclude: ['**/node_modules/**', '**/dist/**'] })
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => linesOf(file).map((line) => `${file}: ${line.trim()}`))
    .filter((line) => matching.test(line))
}

const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n')

/** Every way to name a module: `from`, a bare import, and an import that is called. */
const imports = (rest: string) => new RegExp(`(?: from |: import | import\\()'${rest}`)

const subjectFolders = globSync('server/src/*/')
  .map((folder) => folder.replace(/^server\/src\//, '').replace(/\/$/, ''))
  .filter((name) => name !== 'platform')

test('domain imports nothing but itself', () => {
  assert.deepEqual(linesIn('domain/src/**/*.ts', imports('(?!\\./|\\.\\./[\\w-]+\\.ts)')), [])
})

test('domain installs nothing', () => {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync('domain/package.json', 'utf8'))
  assert.deepEqual({ ...dependencies, ...devDependencies }, {})
})

test('domain knows neither the clock nor chance', () => {
  const impure = /\b(Date\.now\(|new Date\(\)|Math\.random\(|crypto\.|process\.|performance\.now\()/
  assert.deepEqual(linesIn('domain/src/**/*.ts', impure), [])
})

test('contract imports the domain and zod, nothing else', () => {
  assert.deepEqual(linesIn('contract/src/**/*.ts', imports("(?!\\./|@zhuji/domain/|zod')")), [])
})

test('web and bridge never import the server', () => {
  assert.deepEqual(linesIn('{web,bridge}/**/*.{ts,tsx}', imports("[^']*(\\bserver/|@zhuji/server)")), [])
})

test('web and bridge never import each other', () => {
  assert.deepEqual(linesIn('web/**/*.{ts,tsx}', imports("[^']*(\\.\\./bridge/|@zhuji/bridge)")), [])
  assert.deepEqual(linesIn('bridge/**/*.ts', imports("[^']*(\\.\\./web/|@zhuji/web)")), [])
})

test('the server imports neither web nor bridge', () => {
  assert.deepEqual(
    linesIn('server/src/**/*.ts', imports("[^']*(\\.\\./(web|bridge)/|@zhuji/(web|bridge))")),
    [],
  )
})

test('routes and jobs call use cases, not SQL', () => {
  assert.deepEqual(linesIn('server/src/*/{routes,jobs}.ts', imports("[^']*(repository|kysely)")), [])
})

test('platform imports no subject folder', () => {
  const subjects = subjectFolders.join('|') || 'none'
  assert.deepEqual(linesIn('server/src/platform/**/*.ts', imports(`(?:\\.\\./)+(${subjects})/`)), [])
})

test('every query is awaited or returned', () => {
  // Biome's floating-promise rule does not see Kysely chains.
  assert.deepEqual(linesIn('server/src/**/*.ts', /: (ctx\.)?(db|tx)\./), [])
})

test('no text area measures itself: our policy of styles would leave the measure on the page', () => {
  assert.deepEqual(linesIn('web/src/**/*.tsx', /autoSize/), [])
})

test('no file names a place outside the repository', () => {
  const outside = new RegExp(['\\.\\./shared', '/work/'].map((place) => `(^|[^\\w/.])${place}`).join('|'))
  const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean)
  const text = files.filter((file) => /\.(ts|tsx|mjs|js|json|md|sql|html|css|sh)$|^\.ci\//.test(file))
  const found = text
    .filter((file) => file !== 'architecture.test.ts')
    .flatMap((file) =>
      linesOf(file)
        .filter((line) => outside.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    )
  assert.deepEqual(found, [])
})
