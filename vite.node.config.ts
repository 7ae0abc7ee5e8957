import { readFileSync } from 'node:fs'
import { builtinModules, createRequire } from 'node:module'
import { join } from 'node:path'
import { defineConfig, type Plugin, type UserConfig } from 'vite'

/** Packages that stay in node_modules: native code, files found by path, or started as a thread by their own path. */
const external = [
  'electron',
  'better-sqlite3',
  '@myriaddreamin/typst-ts-node-compiler',
  'piscina',
  /^node:/,
  ...builtinModules,
]

function bundle(name: string, input: Record<string, string>, format: 'es' | 'cjs'): UserConfig {
  return {
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: `out/${name}`,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input,
        external,
        output: {
          format,
          entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          // A sandboxed preload script cannot load another file.
          ...(format === 'cjs' ? { codeSplitting: false } : {}),
        },
      },
    },
  }
}

/** What writes Excel files looks for its compiled part beside its own chunk. */
const excelCode: Plugin = {
  name: 'excel-code',
  generateBundle() {
    const library = createRequire(import.meta.url).resolve('wasm-xlsxwriter')
    const name = 'wasm_xlsxwriter_bg.wasm'
    const source = readFileSync(join(library, '..', name))
    this.emitFile({ type: 'asset', fileName: `chunks/${name}`, source })
  },
}

/** `vite build --config vite.node.config.ts --mode main|preload`: what runs in Electron's main process, its document workers, and before the page. */
export default defineConfig(({ mode }) =>
  mode === 'preload'
    ? bundle('preload', { preload: 'src-main/preload/preload.ts' }, 'cjs')
    : {
        ...bundle(
          'main',
          { index: 'src-main/app/main.ts', 'document-worker': 'src-core/documents/document-worker.ts' },
          'es',
        ),
        plugins: [excelCode],
      },
)
