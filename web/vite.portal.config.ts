import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The public pages as one file that the server loads: nothing is linked, no script goes to the browser. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  publicDir: false,
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  ssr: { noExternal: true },
  build: {
    ssr: 'src/portal/render-portal.tsx',
    outDir: 'dist/portal',
    emptyOutDir: true,
    target: 'node24',
    rollupOptions: { output: { entryFileNames: 'portal.mjs' } },
  },
})
