import { tool } from './tools.ts'

const installed = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

/**
 * Path of a Chromium for tests: the one named by CHROMIUM, an installed one, or else the one that comes as an npm package (Linux x64,
 * unpacked at the first use).
 */
export async function findChromium(): Promise<string> {
  if (process.env.CHROMIUM) return process.env.CHROMIUM
  for (const name of installed) {
    const path = findTool(name)
    if (path !== undefined) return path
  }
  const { default: packed } = await import('@sparticuz/chromium')
  return packed.executablePath()
}

/** Absence is no error here, not even under CI: there is always the packed one. */
function findTool(name: string): string | undefined {
  try {
    return tool(name)
  } catch {
    return undefined
  }
}
