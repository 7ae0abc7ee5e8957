import react from '@vitejs/plugin-react'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import { readLicences } from './scripts/licences.ts'

/** Character maps, fonts and decoders that pdf.js asks for by address when a document needs them: the app has no network. */
function pdfjsFiles(): Plugin {
  const from = join(import.meta.dirname, 'node_modules', 'pdfjs-dist')
  return {
    name: 'qidan:pdfjs-files',
    apply: 'build',
    generateBundle() {
      for (const folder of ['cmaps', 'standard_fonts', 'wasm', 'iccs'])
        for (const file of readdirSync(join(from, folder)))
          // Scripts inside documents are never run.
          if (!file.startsWith('quickjs'))
            this.emitFile({
              type: 'asset',
              fileName: `pdfjs/${folder}/${file}`,
              source: readFileSync(join(from, folder, file)),
            })
    },
  }
}

/** `virtual:licences`: whose work is in the product and under what terms, for the page that says so. */
function licences(): Plugin {
  return {
    name: 'qidan:licences',
    resolveId: (id) => (id === 'virtual:licences' ? `\0${id}` : null),
    load: (id) =>
      id === '\0virtual:licences'
        ? `export const licences = ${JSON.stringify(readLicences(import.meta.dirname))}`
        : null,
  }
}

/** The renderer: one page, a chunk for each area, what several share apart. `npm run build` runs it with the node bundles. */
export default defineConfig({
  root: 'src-renderer',
  base: '/',
  plugins: [react(), pdfjsFiles(), licences()],
  css: {
    postcss: {
      plugins: [
        (await import('postcss-preset-mantine')).default,
        (await import('postcss-simple-vars')).default({
          variables: {
            'mantine-breakpoint-xs': '36em',
            'mantine-breakpoint-sm': '48em',
            'mantine-breakpoint-md': '62em',
            'mantine-breakpoint-lg': '75em',
            'mantine-breakpoint-xl': '88em',
          },
        }),
      ],
    },
  },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    sourcemap: true,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            {
              name: 'mantine',
              test: /node_modules[\\/](@mantine[\\/](core|hooks|modals|notifications|spotlight|store)|@floating-ui)[\\/]/,
            },
            { name: 'tanstack', test: /node_modules[\\/]@tanstack[\\/]/ },
          ],
        },
      },
    },
  },
})
