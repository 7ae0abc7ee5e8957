/** Shortest passphrase a workspace takes. */
export const shortestPassphrase = 8

export interface Strength {
  /** 0 too short or a row of the same, 1 weak, 2 fair, 3 good, 4 strong. */
  score: 0 | 1 | 2 | 3 | 4
  /** What would make it better, in the order of how much it helps; empty when nothing needs to. */
  advice: ('longer' | 'mixed' | 'repeated' | 'row' | 'name')[]
}

const rows = ['0123456789', '9876543210', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/**
 * How hard a passphrase is to guess: bits by the kinds of characters it uses (a Chinese character counts for far more than a letter), less what
 * repeats, stands in a row of the keyboard or is the company's or person's own name. An estimate for the meter; only the length is a rule.
 */
export function passphraseStrength(passphrase: string, names: readonly string[] = []): Strength {
  const characters = [...passphrase]
  const lower = passphrase.toLowerCase()
  const repeated = /(.)\1{2,}/u.test(passphrase) || new Set(characters).size <= characters.length / 3
  const row = rows.some((each) =>
    [...each].some((_, at) => at + 4 <= each.length && lower.includes(each.slice(at, at + 4))),
  )
  const name = names.some((each) => each.trim().length >= 2 && lower.includes(each.trim().toLowerCase()))
  const kinds: [RegExp, number][] = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/[0-9]/, 10],
    [/\p{Script=Han}/u, 2500],
    [/[^\p{L}\p{N}]/u, 33],
  ]
  const pool = kinds.reduce((sum, [kind, size]) => sum + (kind.test(passphrase) ? size : 0), 0)
  const counted = repeated ? new Set(characters).size : characters.length
  const bits = counted * Math.log2(Math.max(pool, 2)) * (row || name ? 0.6 : 1)
  const mixed = kinds.filter(([kind]) => kind.test(passphrase)).length > 1
  const advice: Strength['advice'] = [
    ...(bits < 60 ? ['longer' as const] : []),
    ...(repeated ? ['repeated' as const] : []),
    ...(row ? ['row' as const] : []),
    ...(name ? ['name' as const] : []),
    ...(!mixed && bits < 60 ? ['mixed' as const] : []),
  ]
  const steps = [35, 50, 65].filter((least) => bits >= least).length
  const score =
    characters.length < shortestPassphrase || new Set(characters).size < 4 ? 0 : ((steps + 1) as 1 | 2 | 3 | 4)
  return { score, advice }
}
