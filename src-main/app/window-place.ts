export interface Bounds {
  x: number
  y: number
  width: number
  height: number
}

/** Smallest window that the screens are drawn for. */
export const smallest = { width: 960, height: 600 }
const usual = { width: 1360, height: 860 }

/**
 * Where a window opens: where it was, as long as its title bar can be reached on a display that is still there; else in the middle of the first
 * display, as large as it was or fits.
 */
export function windowPlace(remembered: Bounds | null, workAreas: readonly Bounds[]): Bounds {
  const wanted = { ...usual, ...remembered }
  const area = remembered === null ? undefined : workAreas.find((each) => reachable(remembered, each))
  const display = area ?? workAreas[0] ?? { x: 0, y: 0, ...usual }
  const width = Math.min(Math.max(wanted.width, smallest.width), display.width)
  const height = Math.min(Math.max(wanted.height, smallest.height), display.height)
  if (remembered !== null && area !== undefined)
    return {
      x: clamp(remembered.x, area.x, area.x + area.width - width),
      y: clamp(remembered.y, area.y, area.y + area.height - height),
      width,
      height,
    }
  return {
    x: display.x + Math.round((display.width - width) / 2),
    y: display.y + Math.round((display.height - height) / 2),
    width,
    height,
  }
}

/** Whether a hand's breadth of the title bar lies on the display. */
function reachable({ x, y, width }: Bounds, area: Bounds): boolean {
  const shown = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
  return shown >= 120 && y >= area.y - 8 && y <= area.y + area.height - 40
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high))
}
