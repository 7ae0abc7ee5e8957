import type { Json } from '../../../src-shared/kernel/json.ts'
import { Refusal, refuse } from '../../../src-shared/kernel/refusal.ts'
import type { Expression } from '../../../src-shared/templates/expression.ts'
import { readParagraph, sentenceAround, type Paragraph, type Piece, type ReadingState } from './paragraph-text.ts'
import type { Place } from './program.ts'
import type { SourceElement } from './source-tree.ts'
import { findCommands, readCommand, type Command, type FoundCommand } from './template-command.ts'

export interface PartProblem {
  severity: 'error' | 'warning'
  code: string
  params: Record<string, Json>
  place: Place
}

/** A stretch of a w:t: its own text, or a command that begins there. */
export type Segment = { text: string } | { command: Command; place: Place }

/** What a part holds: its commands by the texts in which they begin, and what a reader sees in it. */
export interface PartReading {
  /** Elements with a command in or below them. */
  touched: Set<SourceElement>
  /** Elements with something to see in or below them, besides commands. */
  visible: Set<SourceElement>
  /** What each touched w:t falls into; elements that a command swallows fall into nothing. */
  segments: Map<SourceElement, Segment[]>
  /** Those in the copies of text boxes for old versions of Word, too. */
  problems: PartProblem[]
}

/** Commands of one template; a contract has some hundred. */
const maximumCommands = 20_000

/** Problems told of one part, errors and warnings each. */
export const maximumTold = 500

/** Reads the texts of a part, finds its commands and tells what is wrong with them. Refuses template.tooManyCommands. */
export function readPart(name: string, source: string, root: SourceElement): PartReading {
  return new PartReader(name, source, root).read()
}

class PartReader {
  readonly #name: string
  readonly #source: string
  readonly #root: SourceElement
  readonly #problems: PartProblem[] = []
  readonly #touched = new Set<SourceElement>()
  readonly #visible = new Set<SourceElement>()
  readonly #segments = new Map<SourceElement, Segment[]>()
  readonly #aliases = new Map<string, Expression>()
  readonly #told = { error: 0, warning: 0 }
  #commands = 0

  constructor(name: string, source: string, root: SourceElement) {
    this.#name = name
    this.#source = source
    this.#root = root
  }

  read(): PartReading {
    const state: ReadingState = { page: 1, storedBreaks: this.#source.includes('lastRenderedPageBreak'), fields: [] }
    const visit = (element: SourceElement, shadow: boolean): void => {
      if (element.name === 'w:p') this.#readParagraph(readParagraph(element, state), shadow)
      else if (element.name === 'a:t') this.#readDrawingText(element, state.page)
      const inShadow = shadow || element.name === 'mc:Fallback'
      for (const child of element.children) visit(child, inShadow)
    }
    visit(this.#root, false)
    return { touched: this.#touched, visible: this.#visible, segments: this.#segments, problems: this.#problems }
  }

  #readParagraph(paragraph: Paragraph, shadow: boolean): void {
    const { text, pieces } = paragraph
    for (const code of paragraph.fieldCodes) {
      const place = { part: this.#name, page: paragraph.page, sentence: sentenceAround(text, 0), command: code, shadow }
      this.#problem('template.commandInField', { found: code.trim().slice(0, 80) }, place)
    }
    const { commands, faults } = findCommands(text)
    const placeAt = (at: number, command: string): Place => ({
      part: this.#name,
      page: pieceAt(pieces, at)?.page ?? paragraph.page,
      sentence: sentenceAround(text, at),
      command,
      shadow,
    })
    for (const { code, params, at } of faults) this.#problem(code, params, placeAt(at, ''))
    this.#commands += commands.length
    if (this.#commands > maximumCommands) throw refuse('template.tooManyCommands', { maximum: maximumCommands })

    let next = 0
    for (const piece of pieces) {
      const end = piece.start + piece.text.length
      while (next < commands.length && commands[next]!.end <= piece.start) next++
      if (next >= commands.length || commands[next]!.start >= end) {
        if (piece.kind === 'object' || (piece.kind === 'text' && piece.text.trim() !== ''))
          mark(this.#visible, piece.element)
        continue
      }
      this.#cutPiece(piece, commands.slice(next, next + 2 + piece.text.length / 4), placeAt)
    }
  }

  /** Cuts a piece at the commands that begin or end in it. */
  #cutPiece(piece: Piece, commands: readonly FoundCommand[], placeAt: (at: number, command: string) => Place): void {
    const segments: Segment[] = []
    const end = piece.start + piece.text.length
    let at = piece.start
    const keep = (to: number) => {
      const text = piece.text.slice(at - piece.start, to - piece.start)
      if (text === '') return
      if (text.trim() !== '') mark(this.#visible, piece.element)
      segments.push({ text })
    }
    for (const command of commands) {
      if (command.start >= end) break
      if (command.start >= piece.start) {
        keep(command.start)
        const place = placeAt(command.start, command.code.replaceAll(/\s+/g, ' ').trim())
        if (piece.inField) this.#problem('template.commandInFieldResult', { code: place.command }, place, 'warning')
        if (command.code.includes('\ufffc'))
          this.#problem('template.objectInCommand', { code: place.command.replaceAll('\ufffc', '…') }, place)
        else {
          const read = this.#readCommand(command.code, place)
          if (read !== undefined) segments.push({ command: read, place })
        }
      }
      at = Math.min(command.end, end)
    }
    keep(end)
    this.#segments.set(piece.element, piece.kind === 'object' ? [] : segments)
    mark(this.#touched, piece.element)
  }

  #readCommand(code: string, place: Place): Command | undefined {
    try {
      const alias = /^\s*\*\s*([\p{L}_][\p{L}\p{N}_]*)\s*$/u.exec(code)?.[1]
      if (alias !== undefined) {
        const expression = this.#aliases.get(alias)
        if (expression === undefined) throw refuse('template.unknownAlias', { alias })
        return { kind: 'value', expression, source: alias }
      }
      const command = readCommand(code)
      if (command.kind === 'alias') {
        this.#aliases.set(command.name, command.expression)
        return command
      }
      const path = command.kind === 'value' && command.expression.kind === 'path' ? command.expression.path : []
      const aliased = path.length === 1 ? this.#aliases.get(String(path[0])) : undefined
      return aliased === undefined ? command : { kind: 'value', expression: aliased, source: String(path[0]) }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      this.#problem(error.code, error.params, place)
      return undefined
    }
  }

  #readDrawingText(element: SourceElement, page: number): void {
    const text = element.xml.children.filter((c) => typeof c === 'string').join('')
    if (!text.includes('{{')) return
    this.#problem(
      'template.commandInDrawing',
      { found: text.slice(0, 80) },
      { part: this.#name, page, sentence: text.slice(0, 120), command: '', shadow: false },
    )
  }

  #problem(code: string, params: Record<string, Json>, place: Place, severity: 'error' | 'warning' = 'error'): void {
    const told = (this.#told[severity] += 1)
    if (told <= maximumTold) this.#problems.push({ severity, code, params, place })
  }
}

/** The piece a place of the paragraph's text stands in. */
function pieceAt(pieces: readonly Piece[], at: number): Piece | undefined {
  let from = 0
  let to = pieces.length
  while (from < to) {
    const middle = (from + to) >> 1
    if (pieces[middle]!.start <= at) from = middle + 1
    else to = middle
  }
  return pieces[from - 1]
}

/** Marks an element and everything it stands in. */
function mark(set: Set<SourceElement>, element: SourceElement): void {
  for (let e: SourceElement | undefined = element; e !== undefined && !set.has(e); e = e.parent) set.add(e)
}
