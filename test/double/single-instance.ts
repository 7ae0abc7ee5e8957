import { existsSync, mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** One process per profile folder, as Electron: a second one hands over its command line and is told to go. */
export function holdInstance(profile: string, onSecond: (argv: string[], cwd: string) => void): boolean {
  mkdirSync(profile, { recursive: true })
  const owner = join(profile, 'SingletonLock.json')
  const visitor = join(profile, 'SingletonVisitor.json')
  if (existsSync(owner) && alive(Number(readFileSync(owner, 'utf8')))) {
    writeFileSync(visitor, JSON.stringify({ argv: process.argv, cwd: process.cwd() }))
    return false
  }
  writeFileSync(owner, String(process.pid))
  rmSync(visitor, { force: true })
  watch(profile, (_event, name) => {
    if (name !== 'SingletonVisitor.json' || !existsSync(visitor)) return
    let visit: { argv: string[]; cwd: string }
    try {
      visit = JSON.parse(readFileSync(visitor, 'utf8')) as typeof visit
    } catch {
      // Half written; the next event comes with the rest.
      return
    }
    rmSync(visitor, { force: true })
    onSecond(visit.argv, visit.cwd)
  }).unref()
  process.once('exit', () => rmSync(owner, { force: true }))
  return true
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
