import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
const packed = join(root, 'node_modules', '@sparticuz', 'chromium')

/** Flags without which Chromium asks the network or the graphics card. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

/** Where a Chrome or Edge of the machine is, for systems without the packed one. */
const installed: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
}

export interface ChromiumLaunch {
  executablePath: string
  args: string[]
  env: Record<string, string>
}

/**
 * How to start a Chromium: the one that CHROMIUM names; on Linux x64 the one of an npm package with its own libraries, so that nothing
 * has to be installed; elsewhere the Chrome or Edge of the machine. On Linux the texts are shown in our own fonts, so pages look the same everywhere.
 */
export async function chromiumLaunch(): Promise<ChromiumLaunch> {
  const inherited = process.env as Record<string, string>
  const env = process.platform === 'linux' ? { ...inherited, FONTCONFIG_FILE: fontConfiguration() } : inherited
  if (process.env.CHROMIUM) return { executablePath: process.env.CHROMIUM, args, env }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const folder = await unpackedChromium()
    const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
    return { executablePath: join(folder, 'chromium'), args, env: { ...env, LD_LIBRARY_PATH: libraries } }
  }
  const executablePath = installed[process.platform]?.find((path) => existsSync(path))
  if (executablePath === undefined) throw new Error('no Chromium found: name one by CHROMIUM')
  return { executablePath, args, env }
}

/** Folder of the unpacked package, made at the first use and whole or not there. */
async function unpackedChromium(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as { version: string }
  const folder = join(root, 'out', 'chromium', version)
  if (existsSync(folder)) return folder
  const making = `${folder}.${process.pid}`
  mkdirSync(making, { recursive: true })
  const { inflate } = await import('@sparticuz/chromium')
  // The package unpacks into the folder for temporary files.
  const before = process.env.TMPDIR
  process.env.TMPDIR = making
  try {
    await Promise.all(['chromium.br', 'al2023.tar.br'].map((file) => inflate(join(packed, 'bin', file))))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  try {
    renameSync(making, folder)
  } catch (error) {
    // Another process was first.
    if (!existsSync(folder)) throw error
    rmSync(making, { recursive: true, force: true })
  }
  return folder
}

/** A fontconfig file that knows our fonts alone, for the names that the screens ask for. */
function fontConfiguration(): string {
  const folder = join(root, 'out', 'fontconfig')
  const fonts = ['noto-sans-sc', 'noto-serif-sc', 'arimo', 'cousine'].map((name) =>
    join(root, 'node_modules', '@expo-google-fonts', name),
  )
  const alias = (family: string, prefer: string) =>
    `<alias binding="same"><family>${family}</family><prefer><family>${prefer}</family></prefer></alias>`
  const file = join(folder, 'fonts.conf')
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${fonts.map((each) => `<dir>${each}</dir>`).join('\n')}
<cachedir>${join(folder, 'cache')}</cachedir>
${['sans-serif', 'system-ui', 'PingFang SC', 'Noto Sans CJK SC'].map((each) => alias(each, 'Noto Sans SC')).join('\n')}
${alias('serif', 'Noto Serif SC')}
${alias('monospace', 'Cousine')}
</fontconfig>
`,
  )
  return file
}
