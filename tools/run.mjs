// Plain JavaScript for Node 20: it brings Node 24 and the dependencies, then hands over to them.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { basename, delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withLock } from './lock.mjs'

const wanted = 24
const root = fileURLToPath(new URL('..', import.meta.url))
const runtimeFolder = join(root, 'tools', 'runtime')
const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
const npm = findNpm()

/** A reason to stop that is for the user to read, not for us to debug. */
class Stop extends Error {}

try {
  const node = await ensureRuntime()
  await ensureDependencies(node)
  await handOver(node, process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Stop)) throw error
  console.error(`zhuji: ${error.message}`)
  process.exitCode = 1
}

async function ensureRuntime() {
  if (Number(process.versions.node.split('.')[0]) >= wanted) return process.execPath

  const version = readJson(join(runtimeFolder, 'package.json')).optionalDependencies[`node-${platform}`]
  if (version === undefined || isMusl()) {
    const where = isMusl() ? `${platform} with musl` : platform
    throw new Stop(
      `no Node ${wanted} is packaged for ${where}; install Node ${wanted} or newer and run this again`,
    )
  }
  const binary = join(runtimeFolder, 'node_modules', `node-${platform}`, 'bin', nodeName())
  await installOnce(() => versionOf(binary) === `v${version}`, {
    what: `Node ${version}, since this is ${process.version} (about 190 MB, kept in tools/runtime)`,
    node: process.execPath,
    folder: runtimeFolder,
  })
  // An optional package that fails to download is left out without an error.
  const found = versionOf(binary)
  if (found !== `v${version}`) {
    throw new Stop(
      `Node ${version} did not arrive (found ${found ?? 'nothing'} at ${binary}); check the npm registry`,
    )
  }
  return realpathSync(binary)
}

async function ensureDependencies(node) {
  const locks = ['package-lock.json', join('tools', 'runtime', 'package-lock.json')]
  const hash = createHash('sha256').update(platform)
  for (const lock of locks) hash.update(readFileSync(join(root, lock)))
  const expected = hash.digest('hex')
  const stamp = join(root, 'node_modules', '.zhuji-installed')

  const isCurrent = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === expected
  const written = () => writeFileSync(stamp, expected)
  await installOnce(isCurrent, { what: 'the dependencies', node, folder: root, strict: true, written })
}

async function installOnce(isDone, { what, node, folder, strict, written }) {
  if (isDone()) return
  const waiting = () => console.error('zhuji: another process is installing, waiting for it ...')
  await withLock(
    join(root, '.cache', 'install.lock'),
    async () => {
      if (isDone()) return
      await install(what, node, folder, strict)
      written?.()
    },
    waiting,
  )
}

async function install(what, node, folder, strict) {
  const began = Date.now()
  const seconds = () => Math.round((Date.now() - began) / 1000)
  console.error(`zhuji: installing ${what} ...`)
  const sign = setInterval(() => console.error(`zhuji: still installing (${seconds()} s) ...`), 15_000)
  // Development and optional packages are asked for by name: a NODE_ENV or npmrc of the user may leave them out.
  const args = [
    npm,
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const env = { ...process.env, ...pathWith(node), ...(strict ? { npm_config_engine_strict: 'true' } : {}) }
  const child = spawn(node, args, { cwd: folder, env, stdio: ['ignore', 2, 2] })
  const code = await finished(child)
  clearInterval(sign)
  if (code !== 0) throw new Stop(`npm ci in ${folder} ended with code ${code}; its messages are above`)
  console.error(`zhuji: installed in ${seconds()} s`)
}

async function handOver(node, args) {
  const child = spawn(node, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...pathWith(node) } })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the whole group; a second one would look like impatience to the child.
      if (!(signal === 'SIGINT' && process.stdin.isTTY)) child.kill(signal)
    })
  }
  followParent(child)
  process.exit(await finished(child))
}

// npm hands a SIGTERM to its shell only, which ends without a word: what it started would live on and hold the port.
function followParent(child) {
  const parent = process.ppid
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM')
  }, 500).unref()
}

function finished(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 1)))
  })
}

function findNpm() {
  const beside = dirname(process.execPath)
  const fromPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'npm'))
  const candidates = [
    process.env.npm_execpath,
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
    ...fromPath,
  ]
  for (const candidate of candidates) {
    const file = candidate && existsSync(candidate) ? realpathSync(candidate) : ''
    if (basename(file) === 'npm-cli.js') return file
  }
  console.error('zhuji: npm was not found; start this through npm, for example "npm start"')
  process.exit(1)
}

function pathWith(node) {
  // Windows spells the variable "Path"; two spellings in one environment would leave the choice to chance.
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  return { [name]: [dirname(node), process.env[name]].filter(Boolean).join(delimiter), npm_execpath: npm }
}

function versionOf(binary) {
  const { status, stdout } = spawnSync(binary, ['-v'], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}

function isMusl() {
  if (process.platform !== 'linux') return false
  process.report.excludeNetwork = true
  return process.report.getReport().header.glibcVersionRuntime === undefined
}

function nodeName() {
  return process.platform === 'win32' ? 'node.exe' : 'node'
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
