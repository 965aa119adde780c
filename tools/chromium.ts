import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { canUnpack, unpackChromium } from './unpack-chromium.ts'

export interface Chromium {
  executablePath: string
  args: string[]
  env: Record<string, string>
}

export class NoChromium extends Error {}

/** Finds a Chromium for the browser tests, or brings one; never leaves them out. */
export async function findChromium(): Promise<Chromium> {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (!existsSync(named)) throw new NoChromium(`CHROMIUM_PATH names ${named}, which is not there`)
    return installed(named)
  }
  const failures: string[] = []
  if (canUnpack) {
    try {
      const { args, ...unpacked } = await unpackChromium()
      return { ...unpacked, args: [...args, ...sandboxArgs()] }
    } catch (error) {
      failures.push(`the one from npm does not run (${(error as Error).message})`)
    }
  }
  const found = places().find((path) => existsSync(path)) ?? installFromDebian(failures)
  if (found) return installed(found)
  const reasons = failures.length > 0 ? `: ${failures.join('; ')}` : ''
  throw new NoChromium(
    `No Chromium for the browser tests${reasons}. Install Chrome, Chromium or Edge, or set CHROMIUM_PATH.`,
  )
}

function installed(executablePath: string): Chromium {
  return { executablePath, args: sandboxArgs(), env: {} }
}

function places(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
    )
  }
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']
    return roots.flatMap((root) => (root ? programs.map((program) => join(root, program)) : []))
  }
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge']
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function installFromDebian(failures: string[]): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined
  console.log('Installing chromium and fonts-noto-cjk with apt-get ...')
  const packages = ['chromium', 'fonts-noto-cjk']
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  const install = () => apt('install', '-y', '--no-install-recommends', ...packages)
  if (install() || (apt('update') && install())) return '/usr/bin/chromium'
  failures.push('apt-get could not install chromium')
  return undefined
}

/** Chromium's sandbox refuses root, and needs user namespaces, which some containers withhold. */
function sandboxArgs(): string[] {
  if (process.platform !== 'linux') return []
  const withheld = () => (spawnSync('unshare', ['-U', 'true'], { stdio: 'ignore' }).status ?? 0) !== 0
  return process.getuid?.() === 0 || withheld() ? ['--no-sandbox'] : []
}
