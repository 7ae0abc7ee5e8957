import type { Token } from './text-tokens.ts'

export interface Pair {
  ours: Token
  reference: Token
}

/** Edits after which a comparison of sequences is broken off; what is left is matched in another round. */
const mostEdits = 2500

/** Longest common subsequence of two lists of texts (Myers 1986), as pairs of positions. */
function commonSubsequence(a: readonly string[], b: readonly string[]): [number, number][] {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  const pairs: [number, number][] = Array.from({ length: start }, (_, i) => [i, i])
  const [n, m] = [a.length - start - end, b.length - start - end]
  const most = Math.min(n + m, mostEdits)
  const middle = most + 1
  const furthest = new Int32Array(2 * most + 3)
  const trace: Int32Array[] = []
  let [bestX, bestY, bestD] = [0, 0, 0]
  search: for (let d = 0; d <= most; d++) {
    for (let k = -d; k <= d; k += 2) {
      let x =
        k === -d || (k !== d && furthest[middle + k - 1]! < furthest[middle + k + 1]!)
          ? furthest[middle + k + 1]!
          : furthest[middle + k - 1]! + 1
      if (x > n) x = n
      let y = x - k
      while (x < n && y < m && y >= 0 && a[start + x] === b[start + y]) {
        x += 1
        y += 1
      }
      furthest[middle + k] = x
      if (y <= m && x + y > bestX + bestY) [bestX, bestY, bestD] = [x, y, d]
      if (x >= n && y >= m) {
        trace.push(furthest.slice(middle - d - 1, middle + d + 2))
        break search
      }
    }
    trace.push(furthest.slice(middle - d - 1, middle + d + 2))
  }
  const found: [number, number][] = []
  let [x, y] = [bestX, bestY]
  for (let d = bestD; d > 0; d--) {
    const before = trace[d - 1]!
    const at = (k: number) => before[k + d] ?? 0
    const k = x - y
    const previousK = k === -d || (k !== d && at(k - 1) < at(k + 1)) ? k + 1 : k - 1
    const previousX = at(previousK)
    const previousY = previousX - previousK
    while (x > previousX && y > previousY) found.push([(x -= 1), (y -= 1)])
    ;[x, y] = [previousX, previousY]
  }
  while (x > 0 && y > 0) found.push([(x -= 1), (y -= 1)])
  pairs.push(...found.toReversed().map(([i, j]): [number, number] => [start + i, start + j]))
  for (let i = end; i > 0; i--) pairs.push([a.length - i, b.length - i])
  return pairs
}

const middleOf = (token: Token) => ({ x: (token.left + token.right) / 2, y: (token.top + token.bottom) / 2 })

/** Distance of the middles of two boxes, points. */
export function distance({ ours, reference }: Pair): number {
  const [a, b] = [middleOf(ours), middleOf(reference)]
  return Math.hypot(a.x - b.x, a.y - b.y)
}

/**
 * Pairs of tokens of two documents: in order where the order is the same, moved stretches in further rounds (columns, boxes and notes
 * may be read in another order), what is left by nearness.
 */
export function matchTokens(
  ours: readonly Token[],
  reference: readonly Token[],
): { pairs: Pair[]; ours: Token[]; reference: Token[] } {
  const pairs: Pair[] = []
  let [restA, restB] = [[...ours], [...reference]]
  for (let round = 0; round < 8 && restA.length > 0 && restB.length > 0; round++) {
    const found = commonSubsequence(
      restA.map((token) => token.text),
      restB.map((token) => token.text),
    )
    // Beyond the first round a lone sign matches anything: only stretches count.
    const stretches =
      round === 0
        ? found
        : found.filter(([i, j], at) =>
            [found[at - 1], found[at + 1]].some(
              (next) => next !== undefined && Math.abs(next[0] - i) === 1 && Math.abs(next[1] - j) === 1,
            ),
          )
    if (stretches.length === 0) break
    const [usedA, usedB] = [new Set(stretches.map(([i]) => i)), new Set(stretches.map(([, j]) => j))]
    pairs.push(...stretches.map(([i, j]) => ({ ours: restA[i]!, reference: restB[j]! })))
    restA = restA.filter((_, i) => !usedA.has(i))
    restB = restB.filter((_, j) => !usedB.has(j))
  }
  return matchNearest(pairs, restA, restB)
}

function matchNearest(
  pairs: Pair[],
  restA: Token[],
  restB: Token[],
): { pairs: Pair[]; ours: Token[]; reference: Token[] } {
  const byText = new Map<string, Token[]>()
  for (const token of restA) byText.set(token.text, [...(byText.get(token.text) ?? []), token])
  const candidates: { pair: Pair; cost: number }[] = []
  for (const token of restB) {
    for (const other of byText.get(token.text) ?? []) {
      const pair = { ours: other, reference: token }
      candidates.push({ pair, cost: distance(pair) + 10_000 * Math.abs(other.page - token.page) })
    }
  }
  const used = new Set<Token>()
  for (const { pair } of candidates.toSorted((a, b) => a.cost - b.cost)) {
    if (used.has(pair.ours) || used.has(pair.reference)) continue
    used.add(pair.ours).add(pair.reference)
    pairs.push(pair)
  }
  return {
    pairs,
    ours: restA.filter((token) => !used.has(token)),
    reference: restB.filter((token) => !used.has(token)),
  }
}
