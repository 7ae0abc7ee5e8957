import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const Bounds = z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) })

/** What this computer remembers for the app; nothing of the workspace. */
const Preferences = z.object({
  /** Null until chosen: then the system's. */
  language: z.enum(['zh', 'en']).nullable().catch(null),
  colorScheme: z.enum(['light', 'dark', 'auto']).catch('auto'),
  window: z.object({ bounds: Bounds, maximized: z.boolean() }).nullable().catch(null),
  /** Steps of Chromium's zoom, 0 is 100 %. */
  zoom: z.number().min(-5).max(9).catch(0),
  updates: z
    .object({ feed: z.string().nullable(), channel: z.enum(['latest', 'beta']) })
    .catch({ feed: null, channel: 'latest' }),
})
export type Preferences = z.infer<typeof Preferences>

/** Reads and keeps the preferences; a damaged file counts as none, field by field. */
export class PreferenceFile {
  readonly #file: string
  #values: Preferences

  constructor(file: string) {
    this.#file = file
    this.#values = Preferences.parse(readJson(file))
  }

  get values(): Readonly<Preferences> {
    return this.#values
  }

  set(change: Partial<Preferences>): void {
    this.#values = { ...this.#values, ...change }
    mkdirSync(dirname(this.#file), { recursive: true })
    // Beside and renamed, so that a crash leaves one of the two whole.
    writeFileSync(`${this.#file}.new`, `${JSON.stringify(this.#values, null, 2)}\n`)
    renameSync(`${this.#file}.new`, this.#file)
  }
}

function readJson(file: string): object {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
