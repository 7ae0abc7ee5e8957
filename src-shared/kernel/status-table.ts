import { refuse } from './refusal.ts'

type Transitions = Record<string, Partial<Record<string, string>>>
type Sources<T extends Transitions> = { [A in keyof T]: keyof T[A] & string }[keyof T]
type Targets<T extends Transitions> = { [A in keyof T]: T[A][keyof T[A]] & string }[keyof T]

/** Every status that a table names. */
export type StatusOf<T extends Transitions> = Sources<T> | Targets<T>
export type ActionOf<T extends Transitions> = keyof T & string

/** Where an action leads: known to the compiler when action and status are, undefined where it is not allowed. */
type Next<T extends Transitions, A extends ActionOf<T>, From extends StatusOf<T>> =
  A extends ActionOf<T> ? (From extends keyof T[A] ? T[A][From] : undefined) : never

export interface StatusTable<T extends Transitions> {
  readonly transitions: T
  /** The status after the action, or undefined when it is not allowed from there. */
  next<A extends ActionOf<T>, From extends StatusOf<T>>(action: A, from: From): Next<T, A, From>
  /** The status after the action. Refuses `status.notAllowed` with the action, the status and what is allowed instead. */
  move<A extends ActionOf<T>>(action: A, from: StatusOf<T>): Exclude<Next<T, A, StatusOf<T>>, undefined>
  /** What can be done from a status, in the order of the table. */
  actions(from: StatusOf<T>): ActionOf<T>[]
  /** All statuses in the order in which the table names them. */
  statuses(): StatusOf<T>[]
  /** A `stateDiagram-v2`; labels (by status or action) replace the code names, ways in and out are drawn where nothing leads on. */
  mermaid(labels?: Partial<Record<StatusOf<T> | ActionOf<T>, string>>): string
}

/**
 * The one place where an entity's statuses stand: `defineStatusTable({ submit: { draft: 'pending' }, … })`. Buttons, server checks, tests and
 * the diagrams in the docs all read it. `of` names the kind of record to a refusal, where its words for a status are not those of others.
 */
export function defineStatusTable<const T extends Transitions>(
  transitions: T,
  { of }: { of?: string } = {},
): StatusTable<T> {
  const actionNames = Object.keys(transitions) as ActionOf<T>[]
  const target = (action: string, from: string): string | undefined => {
    const row = transitions[action]
    return row !== undefined && Object.hasOwn(row, from) ? row[from] : undefined
  }
  const actions = (from: StatusOf<T>) => actionNames.filter((action) => target(action, from) !== undefined)
  return {
    transitions,
    next: (action, from) => target(action, from) as never,
    move: (action, from) => {
      const to = target(action, from)
      if (to === undefined)
        throw refuse('status.notAllowed', { action, from, allowed: actions(from), ...(of !== undefined && { of }) })
      return to as never
    },
    actions,
    statuses: () => statusesOf(transitions) as StatusOf<T>[],
    mermaid: (labels = {}) => diagram(transitions, labels),
  }
}

function statusesOf(transitions: Transitions): string[] {
  return [...new Set(edgesOf(transitions).flatMap(({ from, to }) => [from, to]))]
}

function edgesOf(transitions: Transitions): { action: string; from: string; to: string }[] {
  return Object.entries(transitions).flatMap(([action, row]) =>
    Object.entries(row).flatMap(([from, to]) => (to === undefined ? [] : [{ action, from, to }])),
  )
}

function diagram(transitions: Transitions, labels: Partial<Record<string, string>>): string {
  const edges = edgesOf(transitions)
  const label = (name: string) => labels[name] ?? name
  const statuses = statusesOf(transitions)
  const begins = statuses.filter((status) => !edges.some(({ from, to }) => to === status && from !== status))
  const ends = statuses.filter((status) => !edges.some(({ from, to }) => from === status && to !== status))
  // A cycle has no beginning of its own; then the status that the table names first is it.
  const first = begins.length > 0 ? begins : statuses.slice(0, 1)
  return [
    'stateDiagram-v2',
    ...statuses.filter((status) => label(status) !== status).map((status) => `  state "${label(status)}" as ${status}`),
    ...first.map((status) => `  [*] --> ${status}`),
    ...edges.map(({ action, from, to }) => `  ${from} --> ${to}: ${label(action)}`),
    ...ends.map((status) => `  ${status} --> [*]`),
    '',
  ].join('\n')
}
