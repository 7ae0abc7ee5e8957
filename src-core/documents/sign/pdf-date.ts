/** An instant as PDF writes it, in a zone `offsetMinutes` east of Greenwich: D:20261124103000+08'00'. */
export function pdfDate(instant: number, offsetMinutes: number): string {
  const digits = new Date(instant + offsetMinutes * 60_000).toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')
  const size = Math.abs(offsetMinutes)
  return `D:${digits}${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}'${two(size % 60)}'`
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}

/** A PDF date → UTC milliseconds, or undefined when it is none. Without a zone it is taken as UTC. */
export function parsePdfDate(text: string): number | undefined {
  const match = /^D?:?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?'?)?/.exec(text)
  if (!match) return undefined
  const n = (i: number, otherwise: number): number => (match[i] === undefined ? otherwise : Number(match[i]))
  const local = Date.UTC(n(1, 0), n(2, 1) - 1, n(3, 1), n(4, 0), n(5, 0), n(6, 0))
  const offset = match[8] === undefined ? 0 : (match[8] === '-' ? -1 : 1) * (n(9, 0) * 60 + n(10, 0)) * 60_000
  return local - offset
}
