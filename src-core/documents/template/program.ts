import type { Expression } from '../../../src-shared/templates/expression.ts'
import type { BlockCommand } from './template-command.ts'

/** Where something stands in a template. */
export interface Place {
  part: string
  /** From 1; as Word stored it, else counted by the page breaks the author set. */
  page: number
  sentence: string
  /** The command, without its braces. */
  command: string
  /** In the copy of a text box for old versions of Word: evaluated, but not reported twice. */
  shadow: boolean
}

/** What a block-level element is to the holder around it (a page, a cell, a text box), which must not end up without a paragraph. */
export type BlockKind = 'p' | 'tbl' | 'tr' | 'other'

/** A compiled template: text to copy, with what depends on the data in between. */
export type Node =
  | CopyNode
  | {
      kind: 'value'
      expression: Expression
      place: Place
      /** Prefix of Word's namespace as the part writes it: `w:`. */ w: string
    }
  | {
      kind: 'image'
      expression: Expression
      source: string
      width: number | undefined
      height: number | undefined
      place: Place
      w: string
    }
  | { kind: 'anchor'; name: string; place: Place; w: string }
  | ElementNode
  | LoopNode
  | ChoiceNode

export interface CopyNode {
  kind: 'copy'
  xml: string
  /** Whether there is anything to see in it. */
  content: boolean
  /** The block-level elements it begins and ends with, and whether a table stood right before it in the template. */
  first?: BlockKind
  last?: BlockKind
  afterTable?: boolean
}

export interface ElementNode {
  kind: 'element'
  open: string
  close: string
  children: Node[]
  block?: BlockKind
  /** It must hold a paragraph; a cell must end with one. */
  holder?: 'cell' | 'other'
  w: string
  afterTable?: boolean
  /** Written only when there is something to see in it. */
  vanishes?: boolean
}

export interface LoopNode {
  kind: 'loop'
  variable: string
  list: Expression
  source: string
  place: Place
  children: Node[]
}

export interface ChoiceNode {
  kind: 'choice'
  /** The first one that holds is taken; no condition always holds. */
  branches: { condition: Expression | undefined; source: string; place: Place; children: Node[] }[]
}

/** A beginning, middle or end of a block on its way to the level where the block belongs. */
export interface Marker {
  kind: 'marker'
  command: BlockCommand
  place: Place
  /** A problem with it was told already. */
  reported?: boolean
}

export type Item = Node | Marker

export const isMarker = (item: Item): item is Marker => item.kind === 'marker'

/** Whether a reader would see anything of it, now or with some data. */
export function hasContent(node: Node): boolean {
  switch (node.kind) {
    case 'copy':
      return node.content
    case 'element':
      return node.children.some(hasContent)
    default:
      return true
  }
}
