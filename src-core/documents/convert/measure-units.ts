/** Lengths of WordprocessingML as points. */

/** Twentieths of a point, as most attributes have it; undefined when absent or no number. */
export function twips(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  // Strict OOXML writes units out.
  const unit = /^(-?[\d.]+)(pt|in|cm|mm|pc|pi)$/.exec(value)
  if (unit !== null)
    return Number(unit[1]) * { pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, pc: 12, pi: 12 }[unit[2] as 'pt']
  const number = Number(value)
  return Number.isFinite(number) ? number / 20 : undefined
}

/** English metric units of drawings: 12700 to the point. */
export const emu = (value: string | undefined): number => (Number(value) || 0) / 12_700

/** Half points, as font sizes have it. */
export function halfPoints(value: string | undefined): number | undefined {
  const number = Number(value)
  return value === undefined || !Number.isFinite(number) ? undefined : number / 2
}

/** Eighths of a point, as border widths have it. */
export const eighths = (value: string | undefined): number => (Number(value) || 0) / 8

export function integer(value: string | undefined): number | undefined {
  const number = Number.parseInt(value ?? '', 10)
  return Number.isNaN(number) ? undefined : number
}

/** A number of points as Typst writes it. */
export const pt = (points: number): string => `${Math.round(points * 1000) / 1000}pt`
