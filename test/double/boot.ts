import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { boot, setApp } from './app.ts'

/** The folder or file given on the command line, as Electron reads it: the first argument that is no option. */
function target(): string {
  const args = process.argv.slice(1)
  const given = args.find((arg, at) => !arg.startsWith('-') && !['-r', '--require'].includes(args[at - 1] ?? ''))
  return resolve(given ?? '.')
}

const path = target()
const folder = statSync(path).isDirectory() ? path : dirname(path)
const manifestFile = join(folder, 'package.json')
const manifest = existsSync(manifestFile)
  ? (JSON.parse(readFileSync(manifestFile, 'utf8')) as { main?: string; name?: string; version?: string })
  : {}
const entry = folder === path ? join(folder, manifest.main ?? 'index.js') : path
setApp(folder, manifest)

process.on('uncaughtException', (error) => {
  // As Electron, which shows a dialog, when the app does not listen itself.
  if (process.listenerCount('uncaughtException') > 1) return
  process.stderr.write(`A JavaScript error occurred in the main process\n${error.stack}\n`)
  process.exit(1)
})
await import(pathToFileURL(entry).href)
await boot()
