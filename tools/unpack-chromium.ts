import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fontverter from 'fontverter'
import { withLock } from './lock.mjs'

const resolve = createRequire(import.meta.url).resolve
const cache = fileURLToPath(new URL('../.cache/', import.meta.url))

export const canUnpack = process.platform === 'linux' && process.arch === 'x64'

/** The package's own arguments, less those that break Playwright or switch off the browser's safeguards. */
const args = [
  '--font-render-hinting=none',
  '--ignore-gpu-blocklist',
  '--use-gl=angle',
  '--use-angle=swiftshader',
]

export async function unpackChromium() {
  const { version } = JSON.parse(await readFile(join(packageFolder(), 'package.json'), 'utf8'))
  // The package unpacks for its user alone, so every user has a folder of his own.
  const folder = join(cache, `chromium-${version}-${process.getuid?.() ?? 0}`)
  if (!existsSync(folder)) {
    await withLock(`${folder}.lock`, async () => {
      if (!existsSync(folder)) await unpack(folder)
    })
  }
  return { executablePath: join(folder, 'chromium'), args, env: environment(folder) }
}

async function unpack(folder: string): Promise<void> {
  console.log('Unpacking Chromium for the browser tests ...')
  const draft = `${folder}.draft`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true })
  // In a process of its own: the package goes by TMPDIR, and on import it changes LD_LIBRARY_PATH for all that follows.
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath()`
  run(process.execPath, ['--input-type=module', '-e', script], {
    ...(process.env as Record<string, string>),
    TMPDIR: draft,
    AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x',
  })
  await addChineseGlyphs(join(draft, 'fonts'))
  await writeFile(join(draft, 'fonts', 'fonts.conf'), fontConfiguration)
  run(join(draft, 'chromium'), ['--version'], environment(draft))
  await rename(draft, folder)
}

function run(program: string, programArgs: string[], env: Record<string, string>): void {
  const options = {
    cwd: dirname(fileURLToPath(import.meta.url)),
    env,
    encoding: 'utf8',
    timeout: 120_000,
  } as const
  const { status, stderr, error } = spawnSync(program, programArgs, options)
  if (status !== 0)
    throw new Error(error?.message ?? (stderr.trim().split('\n').at(-1) || `exit code ${status}`))
}

function environment(folder: string): Record<string, string> {
  return {
    LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
    FONTCONFIG_PATH: join(folder, 'fonts'),
    // The font cache and crash reports go here, not into somebody's home.
    HOME: folder,
    XDG_CACHE_HOME: join(folder, 'cache'),
    TMPDIR: '/tmp',
  }
}

/** The package's own names /tmp/fonts, a place that any user of the machine may fill. */
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">.</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`

/** The package has no Chinese glyphs, and its fontconfig reads no woff2. */
async function addChineseGlyphs(fonts: string): Promise<void> {
  const slices = join(dirname(resolve('@fontsource/noto-sans-sc/package.json')), 'files')
  const names = (await readdir(slices)).filter((name) => name.endsWith('-400-normal.woff2'))
  for (const name of names) {
    const font = await fontverter.convert(await readFile(join(slices, name)), 'sfnt')
    await writeFile(join(fonts, name.replace('.woff2', '.ttf')), font)
  }
}

function packageFolder(): string {
  return dirname(dirname(resolve('@sparticuz/chromium')))
}
