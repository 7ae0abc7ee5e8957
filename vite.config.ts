import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The renderer: one page, a chunk for each area, what several share apart. `npm run build` runs it with the node bundles. */
export default defineConfig({
  root: 'src-renderer',
  base: '/',
  plugins: [react()],
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
            { name: 'mantine', test: /node_modules[\\/](@mantine[\\/](core|hooks|modals|notifications|spotlight|store)|@floating-ui)[\\/]/ },
            { name: 'tanstack', test: /node_modules[\\/]@tanstack[\\/]/ },
          ],
        },
      },
    },
  },
})
