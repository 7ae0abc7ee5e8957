import type { Json } from '../../../src-shared/kernel/json.ts'
import { refuse } from '../../../src-shared/kernel/refusal.ts'
import { isMarker, type ChoiceNode, type Item, type LoopNode, type Marker, type Node } from './program.ts'

/** Tells of a problem with a marker. */
export type TellProblem = (code: string, params: Record<string, Json>, marker: Marker) => void

/** Blocks in blocks; contracts have three or four. */
export const maximumNesting = 50

interface Frame {
  start: Marker
  /** The start and every ELSE, each with what follows it. */
  branches: { marker: Marker; items: Item[] }[]
}

/**
 * Makes loops and conditions of the markers that find each other among these siblings. Markers whose other half stands elsewhere stay in the list in
 * their order, to be lifted to the level above. Refuses template.blocksTooDeep.
 */
export function foldBlocks(items: readonly Item[], problem: TellProblem): Item[] {
  const out: Item[] = []
  const frames: Frame[] = []
  const target = () => frames.at(-1)?.branches.at(-1)!.items ?? out
  for (const item of items) {
    if (!isMarker(item)) target().push(item)
    else if (item.command.kind === 'for' || item.command.kind === 'if') {
      if (frames.length >= maximumNesting) throw refuse('template.blocksTooDeep', { maximum: maximumNesting })
      frames.push({ start: item, branches: [{ marker: item, items: [] }] })
    } else if (item.command.kind === 'else') middle(item, frames, out, problem)
    else end(item, frames, out, problem)
  }
  for (const frame of frames) {
    for (const { marker, items: inside } of frame.branches) {
      out.push(marker)
      for (const item of inside) out.push(item)
    }
  }
  return out
}

function middle(item: Marker, frames: Frame[], out: Item[], problem: TellProblem): void {
  const top = frames.at(-1)
  if (top === undefined) out.push(item)
  else if (top.start.command.kind === 'if' && !isElse(top.branches.at(-1)!.marker))
    top.branches.push({ marker: item, items: [] })
  else crossed(item, [top], problem)
}

/** A plain ELSE: nothing but END-IF may follow it. */
const isElse = ({ command }: Marker) => command.kind === 'else' && command.condition === undefined

function end(item: Marker, frames: Frame[], out: Item[], problem: TellProblem): void {
  const top = frames.at(-1)
  if (top === undefined) {
    out.push(item)
  } else if (matches(top, item)) {
    frames.pop()
    // The items of this block hold no markers any more: what began inside ended inside, or was reported.
    const block = build(top)
    ;(frames.at(-1)?.branches.at(-1)!.items ?? out).push(block)
  } else {
    crossed(item, [top, ...frames.filter((frame) => matches(frame, item))], problem)
  }
}

function crossed(item: Marker, frames: Frame[], problem: TellProblem): void {
  const open = frames[0]!.start
  problem(
    'template.blocksCrossed',
    { code: item.place.command, open: open.place.command, openPage: open.place.page },
    item,
  )
  for (const frame of frames) frame.start.reported = true
}

function matches({ start: { command } }: Frame, { command: ending }: Marker): boolean {
  if (ending.kind !== 'end' || ending.of !== command.kind) return false
  return (
    command.kind === 'if' || ending.variable === '' || ending.variable === (command as { variable: string }).variable
  )
}

function build({ start, branches }: Frame): LoopNode | ChoiceNode {
  const { command, place } = start
  if (command.kind === 'for') {
    const { variable, list, source } = command
    return { kind: 'loop', variable, list, source, place, children: nodes(branches[0]!.items) }
  }
  return {
    kind: 'choice',
    branches: branches.map(({ marker, items }) => {
      const { condition, source } = marker.command as {
        condition: ChoiceNode['branches'][number]['condition']
        source: string
      }
      return { condition, source, place: marker.place, children: nodes(items) }
    }),
  }
}

const nodes = (items: readonly Item[]): Node[] => items.filter((item): item is Node => !isMarker(item))
