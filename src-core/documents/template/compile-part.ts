import type { Json } from '../../../src-shared/kernel/json.ts'
import type { XmlElement } from '../docx/xml.ts'
import { foldBlocks } from './fold-blocks.ts'
import {
  hasContent,
  isMarker,
  type BlockKind,
  type CopyNode,
  type ElementNode,
  type Item,
  type Marker,
  type Node,
  type Place,
} from './program.ts'
import { maximumTold, readPart, type PartProblem, type PartReading } from './read-part.ts'
import { escapeXml, rawName, sourceTree, type SourceElement } from './source-tree.ts'

export interface CompiledPart {
  name: string
  /** The whole part; one copy when it holds no command. */
  program: Node[]
  /** Whether the data change anything in it. */
  changes: boolean
  problems: PartProblem[]
}

/** Elements that may be opened and closed again around a command: what they mean holds for each piece. */
const splittable = new Set(['w:hyperlink', 'w:ins', 'w:moveTo', 'w:smartTag', 'w:customXml', 'w:dir', 'w:bdo'])
/** Elements that hold paragraphs of their own and are seen as a page of their own. */
const holders = new Set(['w:body', 'w:hdr', 'w:ftr', 'w:footnote', 'w:endnote', 'w:txbxContent', 'w:tc'])
/** Marks between paragraphs' runs that may also stand between paragraphs; they survive when their paragraph goes. */
const rangeMarks = new Set([
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:permStart',
  'w:permEnd',
  'w:moveFromRangeStart',
  'w:moveFromRangeEnd',
  'w:moveToRangeStart',
  'w:moveToRangeEnd',
])

/**
 * Compiles a part: its text with the commands found, however Word cut them into runs, and every block lifted to where it belongs (a stretch of a
 * paragraph, whole paragraphs, table rows). What no command touches is copied letter by letter.
 */
export function compilePart(name: string, source: string, root: XmlElement): CompiledPart {
  return new PartCompiler(name, source, sourceTree(source, root)).compile()
}

class PartCompiler {
  readonly #name: string
  readonly #source: string
  readonly #root: SourceElement
  readonly #reading: PartReading

  constructor(name: string, source: string, root: SourceElement) {
    this.#name = name
    this.#source = source
    this.#root = root
    this.#reading = readPart(name, source, root)
  }

  compile(): CompiledPart {
    const { touched, problems } = this.#reading
    const changes = touched.size > 0
    const program: Node[] = changes
      ? [
          copy(this.#source.slice(0, this.#root.start)),
          ...this.#nodes(this.#root),
          copy(this.#source.slice(this.#root.end)),
        ]
      : [copy(this.#source)]
    return { name: this.#name, program, changes, problems: problems.filter(({ place }) => !place.shadow) }
  }

  /** An element as nodes, where no half of a block may be left over. */
  #nodes(element: SourceElement): Node[] {
    if (!this.#reading.touched.has(element)) return [this.#copy(element)]
    switch (element.name) {
      case 'w:p':
        return this.#settle(this.#paragraph(element), 'paragraph')
      case 'w:tbl':
        return [this.#wrap(element, this.#settle(this.#blocks(element), 'table'), { block: 'tbl' })]
      case 'w:tr':
        return this.#settle(this.#row(element), 'table')
      default:
        return holders.has(element.name)
          ? [this.#holder(element, this.#settle(this.#blocks(element), 'holder'))]
          : [this.#wrap(element, this.#settle(this.#blocks(element), 'table'))]
    }
  }

  #holder(element: SourceElement, children: Node[]): ElementNode {
    return this.#wrap(element, children, { holder: element.name === 'w:tc' ? 'cell' : 'other' })
  }

  /** Children of a block-level element, blocks folded; what begins or ends elsewhere stays as markers. */
  #blocks(element: SourceElement): Item[] {
    const items: Item[] = []
    const children = element.children
    for (let i = 0; i < children.length; i++) {
      const child = children[i]!
      const afterTable = children[i - 1]?.name === 'w:tbl'
      if (!this.#reading.touched.has(child)) {
        let last = i
        while (last + 1 < children.length && !this.#reading.touched.has(children[last + 1]!)) last++
        items.push(this.#copyRange(children.slice(i, last + 1), afterTable))
        i = last
      } else if (child.name === 'w:p') append(items, this.#paragraph(child))
      else if (child.name === 'w:tr') append(items, this.#row(child))
      else
        items.push(
          ...this.#nodes(child).map((node) =>
            node.kind === 'element' && node.block === 'tbl' ? { ...node, afterTable } : node,
          ),
        )
    }
    return foldBlocks(items, this.#markerProblem)
  }

  /** A paragraph, with the markers that belong around it. */
  #paragraph(element: SourceElement): Item[] {
    const items = foldBlocks(this.#inline(element), this.#markerProblem)
    const inside = items.filter((item): item is Node => !isMarker(item))
    const markers = items.filter(isMarker)
    if (markers.length === 0) return [this.#filled(element, inside)]
    if (!inside.some(hasContent)) return this.#emptied(element, markers)

    const before: Marker[] = []
    const after: Marker[] = []
    const first = items.findIndex((item) => !isMarker(item) && hasContent(item))
    const last = items.findLastIndex((item) => !isMarker(item) && hasContent(item))
    items.forEach((item, i) => {
      if (!isMarker(item)) return
      if (i < first) before.push(item)
      else if (i > last) after.push(item)
      else {
        this.#inside(item)
        ;(item.command.kind === 'end' ? after : before).push(item)
      }
    })
    return [...before, this.#filled(element, inside), ...after]
  }

  /** A paragraph that is all condition or loop goes, number and all, when nothing of it is taken. */
  #filled(element: SourceElement, children: Node[]): ElementNode {
    const vanishes =
      children.some(isConditional) &&
      children.every((node) => isConditional(node) || !hasContent(node)) &&
      !endsSection(element)
    return this.#wrap(element, children, { block: 'p', ...(vanishes ? { vanishes } : {}) })
  }

  /** A paragraph of nothing but markers goes; bookmarks and a section's end in it stay. */
  #emptied(element: SourceElement, markers: readonly Marker[]): Item[] {
    const kept = element.children.filter(({ name }) => rangeMarks.has(name)).map((e) => this.#copy(e))
    const rest: Node[] = endsSection(element)
      ? [...kept, this.#wrap(element, [this.#copy(element.children[0]!)], { block: 'p' })]
      : kept
    return markers[0]!.command.kind === 'end' ? [...markers, ...rest] : [...rest, ...markers]
  }

  /** A table row, with the markers that belong around it. A block that begins and ends in cells of one row is a block of that row. */
  #row(element: SourceElement): Item[] {
    const order: Item[] = []
    const children = element.children.map((child): Node[] => {
      if (!this.#reading.touched.has(child)) {
        const node = this.#copy(child)
        order.push(node)
        return [node]
      }
      if (child.name !== 'w:tc') {
        const made = this.#nodes(child)
        append(order, made)
        return made
      }
      const items = this.#blocks(child)
      append(order, items)
      return [
        this.#holder(
          child,
          items.filter((item): item is Node => !isMarker(item)),
        ),
      ]
    })
    const row = this.#wrap(element, children.flat(), { block: 'tr' })
    if (!order.some(isMarker)) return [row]
    if (!order.some((item) => !isMarker(item) && hasContent(item))) return order.filter(isMarker)

    // Only what the markers enclose counts now, not what stands in the cells.
    const folded = foldBlocks(
      order.map((item) => (isMarker(item) ? item : copy('', hasContent(item)))),
      this.#markerProblem,
    )
    const blocks = folded.filter((item): item is Node => !isMarker(item) && item.kind !== 'copy')
    const whole = blocks.length === 0 ? row : this.#aroundRow(blocks, row)
    const before: Marker[] = []
    const after: Marker[] = []
    folded.forEach((item, i) => {
      if (!isMarker(item)) return
      const contentBefore = folded.slice(0, i).some(isVisible)
      const contentAfter = folded.slice(i + 1).some(isVisible)
      if (contentBefore && contentAfter) (item.command.kind === 'end' ? after : before).push(item)
      else (contentBefore ? after : before).push(item)
    })
    return [...before, whole, ...after]
  }

  /** Puts the row into the blocks that were found in it, outer ones first. */
  #aroundRow(blocks: readonly Node[], row: Node): Node {
    const [block] = blocks
    const next = insideOf(block!).filter(({ kind }) => kind !== 'copy')
    const inside = next.length === 0 ? row : this.#aroundRow(next, row)
    if (blocks.length > 1 || (block!.kind === 'choice' && block!.branches.length > 1)) {
      const { place } = block!.kind === 'choice' ? block!.branches[0]! : (block as Extract<Node, { kind: 'loop' }>)
      this.#problem('template.blocksInRow', { code: place.command }, place)
    }
    if (block!.kind === 'loop') return { ...block!, children: [inside] }
    if (block!.kind === 'choice') return { ...block!, branches: [{ ...block!.branches[0]!, children: [inside] }] }
    return inside
  }

  /** Runs and what else stands in a paragraph. */
  #inline(element: SourceElement): Item[] {
    const items: Item[] = []
    for (const child of element.children) {
      if (!this.#reading.touched.has(child)) items.push(this.#copy(child))
      else if (child.name === 'w:r') append(items, this.#run(child))
      else if (splittable.has(child.name)) append(items, this.#split(child, this.#inline(child)))
      else
        items.push(this.#wrap(child, this.#settle(foldBlocks(this.#inline(child), this.#markerProblem), 'paragraph')))
    }
    return items
  }

  /** One element around every stretch between markers. */
  #split(element: SourceElement, items: readonly Item[]): Item[] {
    const out: Item[] = []
    let stretch: Node[] = []
    const flush = () => {
      if (stretch.some(hasContent)) out.push(this.#wrap(element, stretch))
      else append(out, stretch)
      stretch = []
    }
    for (const item of items) {
      if (isMarker(item)) {
        flush()
        out.push(item)
      } else stretch.push(item)
    }
    flush()
    return out
  }

  /** A run, cut where a block begins or ends or a seal has its place; every piece keeps the run's properties. */
  #run(element: SourceElement): Item[] {
    const w = prefix(element)
    const properties = element.children.find(({ name }) => name === 'w:rPr')
    const items: Item[] = []
    let content: Node[] = []
    const flush = () => {
      if (content.length > 0)
        items.push(this.#wrap(element, properties ? [this.#copy(properties), ...content] : content))
      content = []
    }
    let text: Node[] = []
    const flushText = () => {
      if (text.length > 0)
        content.push({ kind: 'element', open: `<${w}t xml:space="preserve">`, close: `</${w}t>`, children: text, w })
      text = []
    }
    for (const child of element.children) {
      if (child === properties) continue
      const segments = this.#reading.segments.get(child)
      if (segments === undefined) {
        append(content, this.#reading.touched.has(child) ? this.#inRun(child) : [this.#copy(child)])
        continue
      }
      for (const segment of segments) {
        if ('text' in segment) {
          text.push(copy(escapeXml(segment.text), segment.text.trim() !== ''))
          continue
        }
        const { command, place } = segment
        switch (command.kind) {
          case 'value':
            text.push({ kind: 'value', expression: command.expression, place, w })
            break
          case 'image':
            flushText()
            content.push({
              kind: 'image',
              expression: command.expression,
              source: command.source,
              width: command.width,
              height: command.height,
              place,
              w,
            })
            break
          case 'anchor':
            flushText()
            flush()
            items.push({ kind: 'anchor', name: command.name, place, w })
            break
          case 'alias':
            break
          default:
            flushText()
            flush()
            items.push({ kind: 'marker', command, place })
        }
      }
      flushText()
    }
    flush()
    return items
  }

  /** A picture or shape of a run with text boxes in it. */
  #inRun(element: SourceElement): Node[] {
    if (!this.#reading.touched.has(element)) return [this.#copy(element)]
    if (holders.has(element.name)) return this.#nodes(element)
    return [
      this.#wrap(
        element,
        element.children.flatMap((child) => this.#inRun(child)),
      ),
    ]
  }

  /** Nodes only: markers left over are told as problems. */
  #settle(items: readonly Item[], where: 'holder' | 'table' | 'paragraph'): Node[] {
    const left = items.filter((item): item is Marker => isMarker(item) && item.reported !== true)
    for (const marker of left) {
      const problem = (code: string, params: Record<string, Json>) => this.#markerProblem(code, params, marker)
      const { command, place } = marker
      if (where === 'table') problem('template.blockAcrossTable', { code: place.command })
      else if (where === 'paragraph') problem('template.blockInsideParagraph', { code: place.command })
      else if (command.kind === 'for' || command.kind === 'if') {
        const variable = command.kind === 'for' ? command.variable : ''
        problem('template.unclosedBlock', { block: command.kind.toUpperCase(), variable, code: place.command })
      } else problem('template.endWithoutBlock', { code: place.command })
    }
    return items.filter((item): item is Node => !isMarker(item))
  }

  #wrap(element: SourceElement, children: Node[], more: Partial<ElementNode> = {}): ElementNode {
    return { kind: 'element', open: element.open, close: element.close, children, w: prefix(element), ...more }
  }

  #copy(element: SourceElement): CopyNode {
    return this.#copyRange([element], false)
  }

  #copyRange(elements: readonly SourceElement[], afterTable: boolean): CopyNode {
    const [first, last] = [elements[0]!, elements.at(-1)!]
    return {
      kind: 'copy',
      xml: this.#source.slice(first.start, last.end),
      content: elements.some((e) => this.#reading.visible.has(e)),
      first: blockKind(elements.find(isBlock) ?? first),
      last: blockKind(elements.findLast(isBlock) ?? last),
      ...(afterTable ? { afterTable } : {}),
    }
  }

  #inside(marker: Marker): void {
    const problem = this.#markerProblem
    problem('template.blockInsideParagraph', { code: marker.place.command }, marker)
  }

  readonly #markerProblem = (code: string, params: Record<string, Json>, marker: Marker): void => {
    marker.reported = true
    this.#problem(code, params, marker.place)
  }

  #problem(code: string, params: Record<string, Json>, place: Place): void {
    const { problems } = this.#reading
    if (problems.length < 2 * maximumTold) problems.push({ severity: 'error', code, params, place })
  }
}

/** Prefix of Word's namespace in the part: `w:`, or '' where it is the default one. */
const prefix = (element: SourceElement): string => /^[^:]*:/.exec(rawName(element.open))?.[0] ?? ''

const copy = (xml: string, content = false): CopyNode => ({ kind: 'copy', xml, content })

/** Whether a section of the document ends with this paragraph: its properties, always first, hold the page's format. */
function endsSection({ children: [properties] }: SourceElement): boolean {
  return properties?.name === 'w:pPr' && properties.children.some(({ name }) => name === 'w:sectPr')
}

const isBlock = (element: SourceElement): boolean => blockKind(element) !== 'other'

function blockKind({ name }: SourceElement): BlockKind {
  return name === 'w:p' ? 'p' : name === 'w:tbl' ? 'tbl' : name === 'w:tr' ? 'tr' : 'other'
}

const isVisible = (item: Item): boolean => !isMarker(item) && hasContent(item)
const isConditional = ({ kind }: Node): boolean => kind === 'loop' || kind === 'choice'

function insideOf(node: Node): Node[] {
  if (node.kind === 'loop') return node.children
  return node.kind === 'choice' ? node.branches.flatMap(({ children }) => children) : []
}

/** A push of any number of items: as arguments of one call they would overflow the stack. */
function append<T>(list: T[], items: readonly T[]): void {
  for (const item of items) list.push(item)
}
