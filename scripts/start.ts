import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** The Electron binary of this checkout; undefined where it was not downloaded, or where there is no display to show it on. */
function electron(): string | undefined {
  const named = join(root, 'node_modules', 'electron', 'path.txt')
  if (!existsSync(named)) return undefined
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return undefined
  const binary = join(root, 'node_modules', 'electron', 'dist', readFileSync(named, 'utf8').trim())
  return existsSync(binary) ? binary : undefined
}

/** `npm start`: the desktop app where Electron can run, else the same app for a browser, at the address that is printed. */
const binary = electron()
const [program, args] =
  binary === undefined
    ? [process.execPath, [join(root, 'src-cli', 'qidan.mjs'), 'start', ...process.argv.slice(2)]]
    : [binary, [root, ...process.argv.slice(2)]]
const child = spawn(program, args, { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === null ? 1 : 0)
})
