import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '..', '..')

export interface WebApp {
  /** Address of the first visit, good for one browser. */
  url: string
  pid: number
  close(): Promise<void>
  /** Ends the process without a word, as a crash does. */
  kill(): Promise<void>
}

interface WebAppOptions {
  /** Any free one by default. */
  port?: string
  env?: Record<string, string>
}

/** `qidan start` on a home folder as a process of its own, as a user starts it. */
export async function startWebApp(home: string, { port = '0', env = {} }: WebAppOptions = {}): Promise<WebApp> {
  const child = spawn(
    process.execPath,
    [join(root, 'src-cli', 'qidan.mjs'), 'start', '--home', home, '--port', port],
    // The one who waits for the address tells what went wrong.
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } },
  )
  const url = await addressOf(child)
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  return { url, pid: child.pid!, close: () => end('SIGINT'), kill: () => end('SIGKILL') }
}

async function addressOf(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) {
    const url = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(line)?.[0]
    if (url !== undefined) return url
  }
  throw new Error('the web host ended before it printed an address')
}
