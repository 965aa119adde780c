import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const outDir = 'dist/app'

/** Packs every asset once at build time, so that no request waits for it. */
const precompressed: Plugin = {
  name: 'zhuji-precompressed',
  async closeBundle() {
    const assets = join(import.meta.dirname, outDir, 'assets')
    const names = (await readdir(assets)).filter((name) => /\.(js|css|svg|wasm)$/.test(name))
    await Promise.all(names.map((name) => pack(join(assets, name))))
  },
}

async function pack(file: string): Promise<void> {
  const bytes = await readFile(file)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(bytes, { params }),
    promisify(gzip)(bytes, { level: 9 }),
  ])
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)])
}

/** The signed-in faces: one single-page app with hashed assets. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), precompressed],
  // The server puts the request's own nonce in its place.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  worker: { format: 'es' },
})
