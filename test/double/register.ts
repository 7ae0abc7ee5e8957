import { readFileSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

// Loaded before everything else: the process looks like Electron's main process, and `electron` is the double.
const double = pathToFileURL(join(import.meta.dirname, 'electron.ts')).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/main'
      ? { url: double, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
})

const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')) as {
  devDependencies: Record<string, string>
}
const define = (target: object, name: string, value: unknown) =>
  Object.defineProperty(target, name, { value, configurable: true, enumerable: true, writable: true })
define(process.versions, 'electron', manifest.devDependencies.electron)
define(process.versions, 'chrome', '0.0.0')
define(process, 'type', 'browser')
define(process, 'resourcesPath', process.env.ELECTRON_DOUBLE_RESOURCES ?? join(import.meta.dirname, 'resources'))
process.argv = (process.env.ELECTRON_DOUBLE_ARGV ?? process.execPath).split('\x1f').filter((arg) => arg !== '')

// Required once before anyone looks in through the inspector: at a moment when it is only being loaded, `require` gives it half made, and Playwright
// would keep that for the whole run.
createRequire(import.meta.url)('electron')
