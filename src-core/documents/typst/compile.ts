import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import { refuse } from '../../../src-shared/kernel/refusal.ts'
import { bundledFonts, fontsFolder } from './bundled-fonts.ts'

export interface TypesetOptions {
  /** Source the document imports, by the absolute path it names; of one path always the same, so that it is read once. */
  modules?: ReadonlyMap<string, string>
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
  /** Font files of this computer that the source asks for beside the app's own. */
  fonts?: readonly string[]
}

export interface Typeset {
  pdf: Uint8Array
  pages: number
  /** Values of the metadata asked for, in document order. */
  found: unknown[]
}

interface Engine {
  compiler: NodeCompiler
  fonts: Set<string>
  modules: Set<string>
  documents: number
}

let engine: Engine | undefined
// A folder that is not there: the source can read nothing but what is mapped in.
const root = join(tmpdir(), 'qidan', 'nothing', 'here')

/** One compiler a process: its fonts stay loaded, and its cache makes the next document fast. A new one when fonts join, and now and then. */
function shared({ fonts = [], modules = new Map() }: TypesetOptions): NodeCompiler {
  if (engine === undefined || fonts.some((font) => !engine!.fonts.has(font))) {
    const all = new Set([...(engine?.fonts ?? bundledFonts().all), ...fonts])
    engine = { compiler: createCompiler([...all]), fonts: all, modules: new Set(), documents: 0 }
  }
  for (const [path, source] of modules) {
    if (engine.modules.has(path)) continue
    engine.compiler.addSource(join(root, path), source)
    engine.modules.add(path)
  }
  return engine.compiler
}

function createCompiler(fontPaths: string[]): NodeCompiler {
  // Left alone, the engine reads every font of a Linux computer: a tenth of a second, and another look on every computer.
  const before = process.env.FONTCONFIG_FILE
  process.env.FONTCONFIG_FILE = join(fontsFolder(), 'fonts.conf')
  try {
    return NodeCompiler.create({ workspace: root, fontArgs: [{ fontPaths }] })
  } finally {
    if (before === undefined) delete process.env.FONTCONFIG_FILE
    else process.env.FONTCONFIG_FILE = before
  }
}

// The engine compares a source with the one before by bytes and from the end. Where both end alike in the midst of a character (甲 E7 94 B2
// and 乲 E4 B9 B2) it keeps the old character, or aborts the process. A last line of ASCII that is never the same stops it in time.
let turn = 0

/**
 * Typst source → PDF. The source is ours, never a user's text: that comes in string literals (`quoted`) or inputs.
 * Refuses `document.tooManyPages`; a source that does not compile is a bug and throws with the compiler's words.
 */
export function typeset(source: string, options: TypesetOptions = {}): Typeset {
  const compiler = shared(options)
  for (const [path, bytes] of options.assets ?? [])
    compiler.mapShadow(join(root, path), Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  try {
    const compiled = compiler.compile({
      mainFileContent: `${source}\n// ${(turn += 1)}\n`,
      ...(options.inputs ? { inputs: options.inputs } : {}),
    })
    const document = compiled.result
    if (document === null) throw new Error(`typesetting failed: ${explain(compiled.takeError())}`)
    const pages = document.numOfPages
    const maximum = options.maximumPages ?? 2000
    if (pages > maximum) throw refuse('document.tooManyPages', { pages, maximum })
    const found =
      options.query === undefined
        ? []
        : (compiler.query(document, { selector: options.query, field: 'value' }) as unknown[])
    const pdf = compiler.pdf(document, {
      pdfStandard: options.standard ?? 'a-2b',
      pdfTags: false,
      creationTimestamp: Math.floor((options.time ?? 0) / 1000),
    })
    return { pdf: new Uint8Array(pdf), pages, found }
  } finally {
    for (const path of options.assets?.keys() ?? []) compiler.unmapShadow(join(root, path))
    // What the last few documents needed stays; the rest would only grow.
    compiler.evictCache(2)
    freeMemory()
  }
}

/**
 * A typeset document is some megabytes outside JavaScript behind a handle of some bytes, so that the collector sees no reason to run: it is run for
 * them now and then. And a compiler keeps the syntax tree of every source it was given, 25 bytes for each of theirs; only a new one lets them go.
 */
function freeMemory(): void {
  if (engine === undefined) return
  engine.documents += 1
  if (engine.documents % 8 !== 0) return
  if (engine.documents === 64) {
    // What is remembered of earlier work would keep the old fonts beside the new ones.
    engine.compiler.evictCache(0)
    engine = undefined
  }
  collect()
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

function explain(error: NodeError | null): string {
  return error === null ? 'unknown' : JSON.stringify(error.shortDiagnostics).slice(0, 2000)
}

const special = /["\\\u0000-\u001f\u007f-\u009f\u2028\u2029]/g

/** Any text as a Typst string literal: the only way text of a document or a user enters a source. */
export const quoted = (text: string): string =>
  `"${text.search(special) < 0 ? text : text.replaceAll(special, escape)}"`

const escape = (character: string) =>
  character === '"' || character === '\\' ? `\\${character}` : `\\u{${character.charCodeAt(0).toString(16)}}`
