import { parentPort, workerData } from 'node:worker_threads'
import '../db/quick-imports.ts'
import type { WorldSize } from './market.ts'

export interface SeedRequest {
  seed: number
  size: WorldSize
}

// Makes batches while the main thread writes them; the next one is made when one was taken.
if (parentPort !== null) {
  const port = parentPort
  const { seed, size } = workerData as SeedRequest
  // Loaded after the quick imports are in place, which a static import would not wait for.
  const { worldBatches } = await import('./world-batches.ts')
  const batches = worldBatches(seed, size)
  port.on('message', () => {
    const next = batches.next()
    port.postMessage(next.done ? null : next.value)
    if (next.done) port.close()
  })
}
