import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import { refuse } from '../../../src-shared/kernel/refusal.ts'
import { fontFiles } from './font-catalogue.ts'

export interface TypesetOptions {
  /** Pictures by the absolute path the source names them with, such as `/p1.png`. */
  assets?: ReadonlyMap<string, Uint8Array>
  /** Read in the source as `sys.inputs`; strings only. */
  inputs?: Record<string, string>
  /** PDF/A-2b unless told otherwise. */
  standard?: 'a-2b' | '1.7'
  /** UTC milliseconds; the document's date of making. The same source and time give the same bytes. */
  time?: number
  /** Pages beyond which a document is refused. */
  maximumPages?: number
  /** Label of metadata to read back, as `<anchor>`. */
  query?: string
}

export interface Typeset {
  pdf: Uint8Array
  pages: number
  /** Values of the metadata asked for, in document order. */
  found: unknown[]
  /** A character that no font has, when there is one: the PDF is then 1.7, for PDF/A allows no empty boxes. */
  missing: string | undefined
}

let compiler: NodeCompiler | undefined
let root = ''

/** One compiler a process: its fonts stay loaded, and its cache makes the next document fast. */
function shared(): NodeCompiler {
  // An empty folder as root: the source can read nothing but what is mapped in.
  if (compiler === undefined) {
    root = mkdtempSync(join(tmpdir(), 'qidan-typst-'))
    compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontPaths: fontFiles() }] })
  }
  return compiler
}

/**
 * Typst source → PDF. The source is ours, never a user's text: that comes in string literals (`quoted`) or inputs.
 * Refuses `document.tooManyPages`; a source that does not compile is a bug and throws with the compiler's words.
 */
export function typeset(source: string, options: TypesetOptions = {}): Typeset {
  const engine = shared()
  for (const [path, bytes] of options.assets ?? [])
    engine.mapShadow(join(root, path), Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  try {
    const compiled = engine.compile({ mainFileContent: source, ...(options.inputs ? { inputs: options.inputs } : {}) })
    const document = compiled.result
    if (document === null) throw new Error(`typesetting failed: ${explain(compiled.takeError())}`)
    const pages = document.numOfPages
    const maximum = options.maximumPages ?? 2000
    if (pages > maximum) throw refuse('document.tooManyPages', { pages, maximum })
    const found =
      options.query === undefined
        ? []
        : (engine.query(document, { selector: options.query, field: 'value' }) as unknown[])
    const write = (standard: string) =>
      new Uint8Array(
        engine.pdf(document, {
          pdfStandard: standard,
          pdfTags: false,
          creationTimestamp: Math.floor((options.time ?? 0) / 1000),
        }),
      )
    const standard = options.standard ?? 'a-2b'
    try {
      return { pdf: write(standard), pages, found, missing: undefined }
    } catch (error) {
      const missing = /the text `\\?"(.*?)\\?"` could not be displayed/s.exec(String(error))?.[1]
      if (missing === undefined || standard === '1.7') throw error
      return { pdf: write('1.7'), pages, found, missing }
    }
  } finally {
    for (const path of options.assets?.keys() ?? []) engine.unmapShadow(join(root, path))
    // What the last few documents needed stays; the rest would only grow.
    engine.evictCache(2)
    freeDocuments()
  }
}

let sinceFreed = 0

/**
 * A typeset document is some megabytes outside JavaScript behind a handle of some bytes, so that the collector sees no reason to run.
 * It is run for them now and then.
 */
function freeDocuments(): void {
  sinceFreed += 1
  if (sinceFreed < 8) return
  sinceFreed = 0
  collect()
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

function explain(error: NodeError | null): string {
  return error === null ? 'unknown' : JSON.stringify(error.shortDiagnostics).slice(0, 2000)
}

/** Any text as a Typst string literal: the only way text of a document or a user enters a source. */
export function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&').replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, (c) => `\\u{${c.charCodeAt(0).toString(16)}}`)}"`
}
