import { findAreas, findRules, type Area, type GreyPage, type Rule } from './page-shapes.ts'

export interface ShapeComparison {
  rules: number
  referenceRules: number
  /** Share of the straight lines of both that have their like in the other, 0 to 1. */
  rulesAgreeing: number
  areas: number
  referenceAreas: number
  /** Share of the pictures and grounds of both that have their like in the other, 0 to 1. */
  areasAgreeing: number
}

/** How far each end of a line may lie from the other's, points: a page whose text stands a line lower still has the same table. */
const nearRule = 16

const endsApart = (a: Rule, b: Rule) =>
  Math.max(
    Math.abs(a.left - b.left),
    Math.abs(a.right - b.right),
    Math.abs(a.top - b.top),
    Math.abs(a.bottom - b.bottom),
  )

const size = (box: Area) => (box.right - box.left) * (box.bottom - box.top)

/** Part of both boxes together that they have in common. */
function overlap(a: Area, b: Area): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  if (width <= 0 || height <= 0) return 0
  return (width * height) / (size(a) + size(b) - width * height)
}

/** Share that finds its like: pairs are made cheapest first, each once. */
function agreeing<T>(ours: readonly T[], reference: readonly T[], cost: (a: T, b: T) => number | undefined): number {
  if (ours.length + reference.length === 0) return 1
  const candidates = ours.flatMap((a) =>
    reference.flatMap((b) => {
      const price = cost(a, b)
      return price === undefined ? [] : [{ a, b, price }]
    }),
  )
  const used = new Set<T>()
  let pairs = 0
  for (const { a, b } of candidates.toSorted((one, other) => one.price - other.price)) {
    if (used.has(a) || used.has(b)) continue
    used.add(a).add(b)
    pairs += 1
  }
  return (2 * pairs) / (ours.length + reference.length)
}

/** Lines and filled places of our pages against the reference's. */
export function compareShapes(ours: readonly GreyPage[], reference: readonly GreyPage[]): ShapeComparison {
  const [rules, referenceRules] = [ours.flatMap(findRules), reference.flatMap(findRules)]
  const [areas, referenceAreas] = [ours.flatMap(findAreas), reference.flatMap(findAreas)]
  return {
    rules: rules.length,
    referenceRules: referenceRules.length,
    rulesAgreeing: agreeing(rules, referenceRules, (a, b) => {
      const apart = a.page === b.page && a.across === b.across ? endsApart(a, b) : Number.POSITIVE_INFINITY
      return apart <= nearRule ? apart : undefined
    }),
    areas: areas.length,
    referenceAreas: referenceAreas.length,
    areasAgreeing: agreeing(areas, referenceAreas, (a, b) => {
      const common = a.page === b.page ? overlap(a, b) : 0
      return common >= 0.5 ? 1 - common : undefined
    }),
  }
}
