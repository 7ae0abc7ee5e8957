import type { ReadDatabase } from './workspace-database.ts'

const known = new WeakMap<object, Map<(read: ReadDatabase) => unknown, unknown>>()

/** The query that `build` prepares on this database, built the first time: for the few that hot commands ask again and again. */
export function preparedOnce<Q>(read: ReadDatabase, build: (read: ReadDatabase) => Q): Q {
  let queries = known.get(read)
  if (queries === undefined) known.set(read, (queries = new Map()))
  let query = queries.get(build)
  if (query === undefined) queries.set(build, (query = build(read)))
  return query as Q
}
