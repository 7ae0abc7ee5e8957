import { extractAll, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { build, Platform } from 'electron-builder'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchDesktop } from '../test/support/launch-desktop.ts'
import config from '../electron-builder.config.mjs'
import { makeStandInDist, type System } from './stand-in-dist.ts'

const root = join(import.meta.dirname, '..')
const version = (
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { devDependencies: { electron: string } }
).devDependencies.electron

interface Layout {
  platform: Platform
  /** Built folder, the app's resources in it, and the program that carries the fuses. */
  resources: string
  program: string
  typesetter: RegExp
}

const systems: Record<System, Layout> = {
  linux: {
    platform: Platform.LINUX,
    resources: 'linux-unpacked/resources',
    program: 'linux-unpacked/qidan',
    typesetter: /typst-ts-node-compiler-linux-x64/,
  },
  win32: {
    platform: Platform.WINDOWS,
    resources: 'win-unpacked/resources',
    program: 'win-unpacked/Qidan.exe',
    typesetter: /typst-ts-node-compiler-win32-x64/,
  },
  darwin: {
    platform: Platform.MAC,
    resources: 'mac/Qidan.app/Contents/Resources',
    program: 'mac/Qidan.app/Contents/MacOS/Qidan',
    typesetter: /typst-ts-node-compiler-darwin-x64/,
  },
}

const needed = [
  'out/main/index.js',
  'out/main/document-worker.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
  'drizzle/meta/_journal.json',
]
/** Fuses as security asks for them. */
const wanted: [FuseV1Options, FuseState][] = [
  [FuseV1Options.RunAsNode, FuseState.DISABLE],
  [FuseV1Options.EnableCookieEncryption, FuseState.ENABLE],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE],
  [FuseV1Options.EnableNodeCliInspectArguments, FuseState.DISABLE],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseState.ENABLE],
  [FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, FuseState.DISABLE],
]

const problems: string[] = []
const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** `npm run package:check`: packs the app for the three systems over stand-in releases, looks into each, and boots this system's. */
for (const system of Object.keys(systems) as System[]) await check(system)
await boot()
for (const problem of problems) say(`PROBLEM ${problem}`)
process.exit(problems.length === 0 ? 0 : 1)

async function check(system: System): Promise<void> {
  const { platform, resources, program, typesetter } = systems[system]
  const dist = join(root, 'out', 'stand-in', system)
  makeStandInDist(dist, system, version)
  await build({
    targets: platform.createTarget('dir'),
    publish: 'never',
    config: {
      ...config,
      electronDist: dist,
      directories: { ...config.directories, output: outputOf(system) },
      mac: { ...config.mac, identity: null },
    },
  })
  const folder = join(outputOf(system), resources)
  const archive = join(folder, 'app.asar')
  const inside = new Set(listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1)))
  const unpacked = filesBelow(join(folder, 'app.asar.unpacked'))
  const native = unpacked.filter((path) => path.endsWith('.node'))
  for (const file of needed) if (!inside.has(file)) problems.push(`${system}: ${file} is missing`)
  const strays = [...inside].filter((path) => /^(src-|test\/|docs\/|scripts\/)|\.map$/.test(path))
  if (strays.length > 0) problems.push(`${system}: packed without need: ${strays.slice(0, 5).join(', ')}`)
  if (!native.some((path) => path.includes(`prebuilds/${system}-`))) problems.push(`${system}: no SQLite for it`)
  const others = (Object.keys(systems) as System[]).filter((each) => each !== system)
  const foreign = native.filter((path) => others.some((other) => path.includes(`${other}-`)))
  if (foreign.length > 0) problems.push(`${system}: native files of other systems: ${foreign.join(', ')}`)
  const wire = await getCurrentFuseWire(join(outputOf(system), program))
  for (const [fuse, state] of wanted)
    if (wire[fuse] !== state) problems.push(`${system}: fuse ${FuseV1Options[fuse]} is ${wire[fuse]}`)
  say(
    `${system}: ${inside.size} files, app.asar ${megabytes(statSync(archive).size)}, unpacked ${megabytes(sizeOf(join(folder, 'app.asar.unpacked'), unpacked))}`,
  )
  for (const path of native) say(`  native ${path}`)
  // npm installs the typesetter's binary for its own system only: installers are made on the system they are for.
  if (!native.some((path) => typesetter.test(path)))
    say(`  note: the typesetter's binary for ${system} is not in this node_modules; make the installer on ${system}`)
  say(
    `  fuses ${wanted.map(([fuse]) => `${FuseV1Options[fuse]} ${wire[fuse] === FuseState.ENABLE ? 'on' : 'off'}`).join(', ')}`,
  )
}

/** The packed files of this system, taken out of the archive, start and show the first screen. */
async function boot(): Promise<void> {
  if (process.platform !== 'linux') return say('boot: tried on Linux only')
  const home = mkdtempSync(join(tmpdir(), 'qidan-packed-'))
  const app = join(home, 'app')
  try {
    extractAll(join(outputOf('linux'), systems.linux.resources, 'app.asar'), app)
    const { page, close } = await launchDesktop({ home: join(home, 'home'), app })
    await page.getByRole('heading').first().waitFor()
    say(`boot: ${await page.title()} shows ${await page.getByRole('heading').first().innerText()}`)
    await close()
  } catch (error) {
    problems.push(`boot: ${(error as Error).message}`)
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
}

function outputOf(system: System): string {
  return join(root, 'out', 'packages', system)
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
}

function sizeOf(folder: string, files: string[]): number {
  return files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
