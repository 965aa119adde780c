import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
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
    const names = (await readdir(assets)).filter((name) => /\.(m?js|css|svg|wasm)$/.test(name))
    await Promise.all(names.map((name) => pack(join(assets, name))))
  },
}

/** What the PDF reader fetches by name: character maps, standard fonts, and decoders in script (019). */
const pdfParts: Plugin = {
  name: 'zhuji-pdf-parts',
  async generateBundle() {
    const reader = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')))
    const wanted: [folder: string, part: RegExp][] = [
      ['cmaps', /\.bcmap$/],
      ['standard_fonts', /\.(pfb|ttf)$/],
      ['wasm', /_nowasm_fallback\.js$/],
    ]
    for (const [folder, part] of wanted)
      for (const name of await readdir(join(reader, folder)))
        if (part.test(name))
          this.emitFile({
            type: 'asset',
            fileName: `assets/pdf/${folder}/${name}`,
            source: await readFile(join(reader, folder, name)),
          })
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

/** The sheet finder's second detector fetches its model from elsewhere: we neither use it nor ship it. */
const noModel: Plugin = {
  name: 'zhuji-no-model',
  enforce: 'pre',
  resolveId: (source) => (source.endsWith('/scanic-mlDetector.js') ? '\0no-model' : null),
  load: (id) => (id === '\0no-model' ? 'export {}' : null),
}

/** The signed-in faces: one single-page app with hashed assets. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), noModel, pdfParts, precompressed],
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
  worker: { format: 'es', plugins: () => [noModel] },
})
