import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { appRoot } from '../src-core/app-files.ts'
import { documentPool } from '../src-core/documents/document-pool.ts'
import { DeskHost } from '../src-core/host/desk-host.ts'
import { startWebHost } from '../src-server/http/web-host.ts'
import { onInterrupt } from './interrupt.ts'
import { UsageError } from './usage-error.ts'
import packageJson from '../package.json' with { type: 'json' }

/** `qidan start`: the app for a browser on this computer, until Ctrl-C. */
export async function start({ home, port }: { home: string; port: string }): Promise<void> {
  const webRoot = process.env.QIDAN_WEB_ROOT ?? join(appRoot, 'out', 'renderer')
  if (!existsSync(join(webRoot, 'index.html')))
    throw new UsageError('the renderer is not built; run npm run build first')
  const host = new DeskHost({ home, kind: 'web', version: packageJson.version, documents: documentPool })
  const server = await startWebHost({ host, webRoot, port: Number(port) })
  process.stdout.write(`契单 Qidan: ${server.url}\n`)
  const signal = onInterrupt()
  await new Promise<void>((stop) => signal.addEventListener('abort', () => stop(), { once: true }))
  await server.close()
  await host.close()
}
